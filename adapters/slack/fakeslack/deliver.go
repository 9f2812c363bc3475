package fakeslack

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

// retryAfter are the waits before Slack's three retries
// (https://docs.slack.dev/apis/events-api/#retries).
var retryAfter = []time.Duration{0, time.Minute, 5 * time.Minute}

// ackWithin is how long Slack waits for an acknowledgement.
const ackWithin = 3 * time.Second

// Signed returns a signed POST of the body, as Slack sends it now.
func Signed(address, contentType string, body []byte) *http.Request {
	r, err := http.NewRequest(http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		panic(err) // a test's own address
	}
	now := strconv.FormatInt(time.Now().Unix(), 10)
	r.Header.Set("Content-Type", contentType)
	r.Header.Set("X-Slack-Request-Timestamp", now)
	r.Header.Set("X-Slack-Signature", Signature(SigningSecret, now, body))
	return r
}

// Signature is the v0 signature of a body at a time in Unix seconds.
func Signature(secret, timestamp string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(secret))
	fmt.Fprintf(mac, "v0:%s:%s", timestamp, body)
	return "v0=" + hex.EncodeToString(mac.Sum(nil))
}

// Deliver posts an Events API payload, and again after 0, 1 and 5 minutes while
// it is not acknowledged with 200. It returns how many deliveries there were.
func Deliver(client *http.Client, address string, payload any) (int, error) {
	body, err := json.Marshal(payload)
	if err != nil {
		return 0, err
	}
	bounded := *client
	bounded.Timeout = ackWithin
	for attempt := 0; ; attempt++ {
		r := Signed(address, "application/json", body)
		if attempt > 0 {
			r.Header.Set("X-Slack-Retry-Num", strconv.Itoa(attempt))
			r.Header.Set("X-Slack-Retry-Reason", "http_error")
		}
		status, err := post(&bounded, r)
		if err == nil && status == http.StatusOK {
			return attempt + 1, nil
		}
		if attempt == len(retryAfter) {
			return attempt + 1, fmt.Errorf("never acknowledged: HTTP %d, %v", status, err)
		}
		time.Sleep(retryAfter[attempt])
	}
}

// Form posts an interaction payload or a slash command once, as Slack does.
func Form(client *http.Client, address string, form url.Values) (int, error) {
	return post(client, Signed(address, "application/x-www-form-urlencoded", []byte(form.Encode())))
}

func post(client *http.Client, r *http.Request) (int, error) {
	response, err := client.Do(r)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	_, err = io.Copy(io.Discard, response.Body)
	return response.StatusCode, err
}

// Mention is an app_mention of the bot; thread may be empty.
func Mention(id, channel, ts, thread, text string) map[string]any {
	return Event(id, map[string]any{
		"type": "app_mention", "user": "UASKER", "channel": channel, "ts": ts, "thread_ts": thread, "event_ts": ts,
		"text": "<@" + BotUser + "> " + text,
	})
}

// Message is a plain message; kind is the channel's: channel, group, im or mpim.
func Message(id, kind, channel, ts, thread, text string) map[string]any {
	return Event(id, map[string]any{
		"type": "message", "user": "UASKER", "channel": channel, "channel_type": kind, "ts": ts, "thread_ts": thread,
		"event_ts": ts, "text": text,
	})
}

// Event wraps an inner event.
func Event(id string, inner map[string]any) map[string]any {
	return map[string]any{"type": "event_callback", "team_id": Team, "api_app_id": "A1", "event_id": id, "event": inner}
}
