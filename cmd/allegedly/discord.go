package main

import (
	"context"
	"errors"
	"fmt"

	"allegedly/adapters/discord"
)

// discordSettings are what the environment tells about Discord. docs/discord.md
// says where to find each.
type discordSettings struct {
	Token         string `env:"DISCORD_TOKEN"`
	PublicKey     string `env:"DISCORD_PUBLIC_KEY"`
	ApplicationID string `env:"DISCORD_APPLICATION_ID"`
	URL           string `env:"DISCORD_API_URL"`
	Listen        string `env:"DISCORD_LISTEN"`
	Shards        int    `env:"DISCORD_SHARDS"`
}

// discordConfig reads the settings of the adapter.
func (in invocation) discordConfig() (discord.Config, error) {
	var s discordSettings
	if err := in.environment(&s); err != nil {
		return discord.Config{}, err
	}
	if s.Shards < 0 {
		return discord.Config{}, misused("DISCORD_SHARDS may not be negative")
	}
	return discord.Config{
		Token: s.Token, PublicKey: s.PublicKey, ApplicationID: s.ApplicationID, URL: s.URL, Listen: s.Listen, Shards: s.Shards,
	}, nil
}

// discordPlatform connects Discord, where DISCORD_TOKEN is set: over the
// gateway, or over HTTP if listen or else DISCORD_LISTEN is an address.
func discordPlatform(listen string) platform {
	return platform{name: "discord", token: "DISCORD_TOKEN", connect: func(in invocation, h host) (func(context.Context) error, error) {
		config, err := in.discordConfig()
		if err != nil {
			return nil, err
		}
		if listen != "" {
			config.Listen = listen
		}
		adapter, err := discord.New(config, h.handler, discord.Options{Log: h.log})
		if err != nil {
			return nil, discordError(err)
		}
		return func(ctx context.Context) error {
			err := adapter.Run(ctx)
			drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), h.drain)
			defer cancel()
			return errors.Join(err, adapter.Close(drain))
		}, nil
	}}
}

// discordCommand answers on Discord, or registers the commands there.
func discordCommand(ctx context.Context, in invocation) error {
	if len(in.args) > 0 && in.args[0] == "register" {
		in.name, in.args = "discord register", in.args[1:]
		return discordRegisterCommand(ctx, in)
	}
	set := in.flags("[register] [OPTIONS]", "Answers on Discord over the gateway, which needs DISCORD_TOKEN, or over HTTP, which needs DISCORD_PUBLIC_KEY.\n'allegedly discord register' makes the slash commands known, once. docs/discord.md begins at the beginning.")
	listen := set.String("http", "", "serve the interactions endpoint at this `address`, such as :8080, instead of the gateway")
	dir := corpusFlag(set)
	if err := in.parse(set); err != nil {
		return err
	}
	if set.NArg() > 0 {
		return misused("it takes register or options, but got %q", set.Arg(0))
	}
	return in.serve(ctx, *dir, discordPlatform(*listen))
}

// discordRegisterCommand makes the commands that Discord knows those of this
// release and prints what changed.
func discordRegisterCommand(ctx context.Context, in invocation) error {
	set := in.flags("[OPTIONS]", "Registers the slash commands with Discord, only if they differ from what is registered. Needs DISCORD_TOKEN.")
	guild := set.String("guild", "", "register for the server with this `id` alone, where it takes effect at once (for trying things out)")
	dry := set.Bool("dry-run", false, "tell what would change, and change nothing")
	if err := in.parse(set); err != nil {
		return err
	}
	if set.NArg() > 0 {
		return misused("it takes no arguments, but got %q", set.Arg(0))
	}
	config, err := in.discordConfig()
	if err != nil {
		return err
	}
	changes, err := discord.Register(ctx, config, discord.Registration{Guild: *guild, DryRun: *dry}, nil)
	if err != nil {
		return discordError(err)
	}
	for _, change := range changes {
		fmt.Fprintln(in.stdout, change)
	}
	switch {
	case len(changes) == 0:
		fmt.Fprintln(in.stdout, "The commands are registered as they should be; nothing was written.")
	case *dry:
		fmt.Fprintln(in.stdout, "This was a dry run; nothing was written.")
	default:
		fmt.Fprintln(in.stdout, "Written. Clients that are open may need a reload (Ctrl-R) to show it.")
	}
	return nil
}

// discordError makes what a person has to set a usageError.
func discordError(err error) error {
	var config discord.ConfigError
	if errors.As(err, &config) {
		return usageError{config.Error()}
	}
	return err
}
