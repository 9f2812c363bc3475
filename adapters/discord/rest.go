package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"
)

// rest speaks to Discord's REST API. Unlike discordgo's it keeps nothing for
// each interaction, never lets one wait for another, and gives up in time.
type rest struct {
	url    string
	token  string
	client *http.Client

	mu     sync.Mutex
	paused time.Time // calls as the bot wait until then, after a global rate limit
}

// newREST returns a rest; a nil client makes one that keeps enough connections
// for bursts of answers.
func newREST(c Config, client *http.Client) *rest {
	if client == nil {
		transport := http.DefaultTransport.(*http.Transport).Clone()
		transport.MaxIdleConnsPerHost = 64
		client = &http.Client{Transport: transport, Timeout: 15 * time.Second}
	}
	return &rest{url: c.URL, token: c.Token, client: client}
}

// A call is one request to the API.
type call struct {
	method string
	path   string
	asBot  bool // with the token; what belongs to an interaction needs none
	body   any  // nil: none
	into   any  // nil: the response's body is not read

	tries  int           // at least 1
	within time.Duration // no try and no waiting beyond this
	early  bool          // 404 may mean "not yet", and is tried again
}

// An apiError is a refusal by Discord's API.
type apiError struct {
	Status  int     `json:"-"`
	Code    int     `json:"code"` // https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
	Message string  `json:"message"`
	Retry   float64 `json:"retry_after"` // seconds
	Global  bool    `json:"global"`

	wait time.Duration
}

// Codes of the API that are handled.
const (
	codeUnknownInteraction  = 10062
	codeUnknownWebhook      = 10015
	codeAlreadyAcknowledged = 40060
)

func (e *apiError) Error() string {
	return fmt.Sprintf("Discord refused it with status %d, code %d", e.Status, e.Code)
}

// retry tells whether another try may help.
func (e *apiError) retry(early bool) bool {
	return e.Status == http.StatusTooManyRequests || e.Status >= 500 || early && e.Status == http.StatusNotFound
}

// do makes the call, again where that may help and time is left. No error that
// it returns names the address, which may contain an interaction's token.
func (r *rest) do(ctx context.Context, c call) error {
	ctx, cancel := context.WithTimeout(ctx, c.within)
	defer cancel()
	for try := 1; ; try++ {
		err := r.await(ctx, c.asBot)
		if err == nil {
			err = r.once(ctx, c)
		}
		var refused *apiError
		known := errors.As(err, &refused)
		if err == nil || ctx.Err() != nil || try >= c.tries || known && !refused.retry(c.early) {
			return err
		}
		wait := backoff(try, 200*time.Millisecond, 5*time.Second)
		if known && refused.wait > 0 {
			wait = refused.wait
		}
		if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < wait {
			return err
		}
		if !sleep(ctx, wait) {
			return err
		}
	}
}

// await waits out a global rate limit. It holds for calls as the bot; those of
// an interaction are not counted in it.
func (r *rest) await(ctx context.Context, asBot bool) error {
	r.mu.Lock()
	wait := time.Until(r.paused)
	r.mu.Unlock()
	if asBot && wait > 0 && !sleep(ctx, wait) {
		return ctx.Err()
	}
	return nil
}

// once makes one request.
func (r *rest) once(ctx context.Context, c call) error {
	var body io.Reader
	if c.body != nil {
		body = bytes.NewReader(encode(c.body))
	}
	req, err := http.NewRequestWithContext(ctx, c.method, r.url+c.path, body)
	if err != nil {
		return errors.New("the request to Discord cannot be formed")
	}
	req.Header.Set("User-Agent", "DiscordBot (allegedly, 1)")
	if c.body != nil {
		req.Header.Set("Content-Type", "application/json")
	}
	if c.asBot {
		req.Header.Set("Authorization", "Bot "+r.token)
	}
	resp, err := r.client.Do(req)
	if err != nil {
		var wrapped *url.Error
		if errors.As(err, &wrapped) {
			err = wrapped.Err // without the address
		}
		return fmt.Errorf("the request did not reach Discord: %w", err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(resp.Body, 4<<20))
	switch {
	case resp.StatusCode >= 300:
		return r.refusal(resp, answer)
	case err != nil:
		return errors.New("the response of Discord ended early")
	case c.into != nil && json.Unmarshal(answer, c.into) != nil:
		return errors.New("the response of Discord cannot be read")
	}
	return nil
}

// refusal reads an error response, and notes a global rate limit. Both the
// headers and the body of a 429 say how long to wait; proxies in front of
// Discord send the header alone.
func (r *rest) refusal(resp *http.Response, body []byte) *apiError {
	e := &apiError{Status: resp.StatusCode}
	_ = json.Unmarshal(body, e)
	if resp.StatusCode != http.StatusTooManyRequests {
		return e
	}
	seconds := e.Retry
	if header, err := strconv.ParseFloat(resp.Header.Get("Retry-After"), 64); err == nil {
		seconds = max(seconds, header)
	}
	e.wait = time.Duration(min(max(seconds, 0.05), 3600) * float64(time.Second))
	if e.Global || resp.Header.Get("X-RateLimit-Global") == "true" {
		r.mu.Lock()
		r.paused = time.Now().Add(e.wait)
		r.mu.Unlock()
	}
	return e
}

// backoff returns how long to wait before try number n+1: growing from first to
// at most longest, with a third of it left to chance.
func backoff(n int, first, longest time.Duration) time.Duration {
	wait := min(longest, first<<min(n-1, 16))
	return wait - rand.N(wait/3+1)
}

// sleep waits; false if the context ended first.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// callback delivers the first response to an interaction of the gateway. Only
// what can still arrive within the 3 seconds that Discord waits is tried. That
// an earlier try was taken although its response was lost, or that the delivery
// was answered before a reconnection, is no failure.
func (r *rest) callback(ctx context.Context, in interaction, first response) error {
	err := r.do(ctx, call{
		method: http.MethodPost, path: "/interactions/" + in.ID + "/" + in.Token + "/callback",
		body: first, tries: 4, within: max(500*time.Millisecond, 2800*time.Millisecond-time.Since(in.received)),
	})
	var refused *apiError
	if errors.As(err, &refused) && refused.Code == codeAlreadyAcknowledged {
		return nil
	}
	return err
}

// edit replaces the "thinking" of a deferred response. Over HTTP it may overtake
// the deferral itself, so an unknown webhook is asked again.
func (r *rest) edit(ctx context.Context, in interaction, m message) error {
	return r.do(ctx, call{
		method: http.MethodPatch, path: "/webhooks/" + in.ApplicationID + "/" + in.Token + "/messages/@original",
		body: m, tries: 6, within: time.Minute, early: true,
	})
}
