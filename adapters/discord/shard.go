package discord

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// speakVersion makes discordgo ask for our version of the gateway; it can be
// told in no other way than by its global variable.
var speakVersion = sync.OnceFunc(func() { discordgo.APIVersion = Version })

// A shard is one connection to the gateway, and those that follow it.
type shard struct {
	id, count int
	adapter   *Adapter
	budget    *budget
}

// fatal are the codes after which trying again is pointless, and what to do
// (https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes).
var fatal = map[int]string{
	4004: "Discord refuses the bot's token (4004): set DISCORD_TOKEN to the current one, from https://discord.com/developers/applications, your application, Bot, Reset Token.",
	4010: "Discord refuses the shard (4010): leave the number of shards unset.",
	4011: "Discord requires more shards (4011): leave the number of shards unset.",
	4012: "Discord no longer speaks version " + Version + " of the gateway (4012): install a newer release.",
	4013: "Discord refuses the intents (4013), although none is asked for: install a newer release.",
	4014: "Discord disallows the intents (4014), although none is asked for: install a newer release.",
}

const (
	// resumptions is after how many failures in a row a session is begun anew. It
	// may be the session that fails, and Discord does not always say so.
	resumptions = 5

	// steady is how long a connection lasts that is not part of a series of failures.
	steady = 30 * time.Second

	// settle is how long a session is left alone before it is opened again: a
	// heartbeat of discordgo's that was held up by the closing closes once more,
	// and would hit the next connection.
	settle = 250 * time.Millisecond
)

// run keeps the shard connected until the context ends, and then returns nil.
// Other errors are for a person to mend.
//
// A lost session is resumed, so that no interaction is missed; only one that
// Discord gave up, or that never started, is begun anew, because each beginning
// is one of a limited number a day.
func (s *shard) run(ctx context.Context) error {
	log := s.adapter.log.With("shard", s.id)
	var session *discordgo.Session
	for failures := 0; ctx.Err() == nil; {
		if session == nil {
			if err := s.budget.take(ctx, s.id); err != nil {
				return fatalOr(ctx, err)
			}
			session = s.session()
		}
		opened := time.Now()
		err := s.connect(ctx, session)
		if ctx.Err() != nil {
			break
		}
		var l *loss
		if !errors.As(err, &l) && !resumable(session) {
			s.budget.giveBack() // there was no connection to identify on
		}
		if l != nil && fatal[l.code] != "" {
			return ConfigError(fatal[l.code])
		}
		if time.Since(opened) > steady {
			failures = 0
		}
		wait := settle
		if failures > 0 {
			wait = backoff(failures, time.Second, 2*time.Minute)
		}
		failures++
		if l != nil && l.invalid {
			session = nil
			wait = max(wait, 1500*time.Millisecond) // Discord asks for 1 to 5 seconds
		} else if !resumable(session) || failures%resumptions == 0 {
			session = nil
		}
		log.Warn("lost the connection to Discord's gateway", "reason", err, "resume", session != nil, "wait", wait.Round(time.Millisecond))
		sleep(ctx, wait)
	}
	return nil
}

// fatalOr returns the error unless it is only the context's.
func fatalOr(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// resumable tells whether the session has started once. discordgo then resumes it
// by itself when it is opened again, though at the general address: v0.29.0 does
// not know the one that READY names for it, which Discord asks to prefer.
func resumable(session *discordgo.Session) bool {
	session.State.RLock()
	defer session.State.RUnlock()
	return session.State.SessionID != ""
}

// session returns a session of discordgo that has not started.
func (s *shard) session() *discordgo.Session {
	speakVersion()
	session, _ := discordgo.New("Bot " + s.adapter.config.Token) // its error is always nil
	session.LogLevel = -1                                        // its lines may contain what people wrote
	session.StateEnabled = false
	session.SyncEvents = true
	session.ShouldReconnectOnError = false
	session.ShouldRetryOnRateLimit = false
	session.MaxRestRetries = 0
	session.ShardID, session.ShardCount = s.id, s.count
	session.Identify.Shard = &[2]int{s.id, s.count}
	session.Identify.Intents = discordgo.IntentsNone // interactions need none
	session.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) {
		if e.Type == "INTERACTION_CREATE" {
			s.adapter.take(e.RawData)
		}
	})
	return session
}

// connect opens the session and returns when its connection is lost, with the
// loss or what kept it from opening.
func (s *shard) connect(ctx context.Context, session *discordgo.Session) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	line := &line{lost: make(chan struct{})}
	session.Client = &http.Client{Transport: redirect{ctx, s.adapter.rest}, Timeout: openTime}
	session.Dialer = line.dialer(ctx, s.adapter.rest.client, func() {
		s.adapter.log.Info("connected to Discord's gateway", "shard", s.id, "of", s.count)
	})
	closed := make(chan struct{})
	closedOnce := sync.OnceFunc(func() { close(closed) })
	defer session.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) { closedOnce() })()
	defer context.AfterFunc(ctx, func() { line.cut(&loss{reason: "shutting down", invalid: true}) })()

	if err := session.Open(); err != nil {
		line.cut(&loss{reason: "the connection could not be opened"})
		return line.cause(err)
	}
	<-line.lost
	select { // until discordgo let go of the connection, it opens no other
	case <-closed:
	case <-time.After(5 * time.Second):
	case <-ctx.Done():
	}
	return line.cause(nil)
}
