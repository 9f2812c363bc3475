package discord

import (
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"
)

const (
	// maxBody is far above any interaction: a message of the longest kind with
	// ten embeds is under 100 KB.
	maxBody = 512 << 10

	// maxAge is how far the signed time may be off. Discord asks for no window;
	// this one forgives a wrong clock and still ends the life of a captured request.
	maxAge = 5 * time.Minute
)

// ServeHTTP answers the interactions that Discord posts, at any path. GET on
// /healthz says that it is up.
//
// The status is 401 for what Discord did not sign (it checks that, now and
// then, with false signatures), 400 for what it signed and cannot be read, 409
// for what was answered already, 413 for a body beyond maxBody, 503 during
// shutdown. The reason is logged and, in general words, in the body.
func (a *Adapter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodGet && r.URL.Path == "/healthz" {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "Discord posts interactions here", http.StatusMethodNotAllowed)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		a.refuse(w, http.StatusRequestEntityTooLarge, "the body is larger than any interaction")
		return
	case err != nil:
		a.refuse(w, http.StatusBadRequest, "the body ended early")
		return
	}
	if problem := a.verify(r.Header, body); problem != "" {
		a.refuse(w, http.StatusUnauthorized, problem)
		return
	}
	in, err := decode(body)
	if err != nil {
		a.refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	served := make(chan struct{})
	if !a.work.start(func() { a.serve(w, r, in, served) }) {
		a.refuse(w, http.StatusServiceUnavailable, "the bot is shutting down")
		return
	}
	<-served
}

// serve writes the first response, reports it as served, and goes on with an
// answer that takes longer.
func (a *Adapter) serve(w http.ResponseWriter, r *http.Request, in interaction, served chan<- struct{}) {
	first, later := a.begin(r.Context(), in)
	if first.Type == 0 {
		http.Error(w, "this interaction was answered already", http.StatusConflict)
	} else {
		w.Header().Set("Content-Type", "application/json")
		if _, err := w.Write(encode(first)); err != nil {
			a.log.Warn("Discord hung up before the response to an interaction", "interaction", in.ID)
		}
	}
	close(served)
	if later != nil {
		later()
	}
}

// refuse answers and logs a request that is not served.
func (a *Adapter) refuse(w http.ResponseWriter, status int, why string) {
	a.log.Warn("refused a request to the interactions endpoint", "status", status, "reason", why)
	http.Error(w, why, status)
}

// verify tells why the request is not one that Discord signed just now, or "".
// https://docs.discord.com/developers/interactions/overview#validating-security-request-headers
func (a *Adapter) verify(header http.Header, body []byte) string {
	stamp := header.Get("X-Signature-Timestamp")
	signature, err := hex.DecodeString(header.Get("X-Signature-Ed25519"))
	if stamp == "" || err != nil || len(signature) != ed25519.SignatureSize {
		return "the signature is missing or malformed"
	}
	if !ed25519.Verify(a.config.key, append([]byte(stamp), body...), signature) {
		return "the signature does not fit; if every request ends here, DISCORD_PUBLIC_KEY is another application's"
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil || a.now().Sub(time.Unix(seconds, 0)).Abs() > maxAge {
		return "the signed time is more than five minutes off: a replay, or a wrong clock here"
	}
	return ""
}
