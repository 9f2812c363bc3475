package discord

import (
	"crypto/ed25519"
	"encoding/hex"
	"net/url"
	"strings"
)

// A Config says which application this is and how Discord reaches it. The
// variables that set it are named in its errors and in docs/discord.md.
type Config struct {
	Token         string // the bot's token; needed by the gateway and for registration
	PublicKey     string // the application's key, 64 hexadecimal digits; needed by the endpoint
	ApplicationID string // asked from Discord where it is needed and empty
	URL           string // of the API; empty: DefaultURL
	Listen        string // address of the endpoint, such as ":8080"; empty: the gateway is used
	Shards        int    // connections to the gateway; 0: as many as Discord recommends

	key ed25519.PublicKey
}

// A ConfigError is one sentence that says what to set and where to find it.
type ConfigError string

func (e ConfigError) Error() string { return string(e) }

// checked returns the configuration with everything filled in that can be, or a
// ConfigError.
func (c Config) checked() (Config, error) {
	c, err := c.withURL()
	if err != nil {
		return c, err
	}
	if c.Listen == "" {
		return c.withToken()
	}
	return c.withKey()
}

// withURL checks the address of the API. A bare origin gets Discord's path.
func (c Config) withURL() (Config, error) {
	if c.URL == "" {
		c.URL = DefaultURL
	}
	u, err := url.Parse(c.URL)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || u.RawQuery != "" || u.User != nil {
		return c, ConfigError("DISCORD_API_URL is not an address like " + DefaultURL + "; leave it unset unless you test or use a proxy for Discord's API.")
	}
	if strings.Trim(u.Path, "/") == "" {
		u.Path = "/api/v" + Version
	}
	c.URL = strings.TrimRight(u.String(), "/")
	return c, nil
}

// withToken checks the token by its form; Discord has the last word.
func (c Config) withToken() (Config, error) {
	const where = "copy it from https://discord.com/developers/applications, your application, Bot, Reset Token."
	c.Token = strings.TrimPrefix(c.Token, "Bot ")
	switch {
	case c.Token == "":
		return c, ConfigError("DISCORD_TOKEN is not set: " + where)
	case strings.ContainsFunc(c.Token, func(r rune) bool { return r <= ' ' || r > '~' }):
		return c, ConfigError("DISCORD_TOKEN contains a space, a line break or another character that no token has: " + where)
	case strings.Trim(c.Token, `"'`) != c.Token:
		return c, ConfigError("DISCORD_TOKEN is wrapped in quotation marks that became part of it: set it without them.")
	}
	return c, nil
}

// withKey checks and decodes the public key.
func (c Config) withKey() (Config, error) {
	const where = "copy it from https://discord.com/developers/applications, your application, General Information, Public Key."
	if c.PublicKey == "" {
		return c, ConfigError("DISCORD_PUBLIC_KEY is not set, and without it no request can be told to be Discord's: " + where)
	}
	key, err := hex.DecodeString(c.PublicKey)
	if err != nil || len(key) != ed25519.PublicKeySize {
		return c, ConfigError("DISCORD_PUBLIC_KEY is not a public key, which has 64 digits from 0 to 9 and a to f: " + where)
	}
	c.key = key
	return c, nil
}
