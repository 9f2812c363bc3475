package slack

import (
	"testing"

	"allegedly/adapters/adaptertest"
	"allegedly/adapters/slack/fakeslack"
	"allegedly/bot"
)

// TestConformance holds both forms of a message, of which Slack shows one, to
// what every adapter promises.
func TestConformance(t *testing.T) {
	secrets := []string{fakeslack.BotToken, fakeslack.AppToken, fakeslack.SigningSecret}
	t.Run("blocks", func(t *testing.T) {
		adaptertest.Run(t, adaptertest.Adapter{
			Limits:  append([]int{maxTotal}, adaptertest.Limits...),
			Secrets: secrets,
			Render: func(question string, reply bot.Reply, limit int) []string {
				reply.Answer.Question = question
				blocks, err := fitBlocks(reply.Answer, style{echo: true, feedback: true}, limit)
				if err != nil {
					t.Error(err)
				}
				return []string{visible(t, message{blocks: blocks})}
			},
		})
	})
	t.Run("text", func(t *testing.T) {
		adaptertest.Run(t, adaptertest.Adapter{
			Limits:  append([]int{adviseText}, adaptertest.Limits...),
			Secrets: secrets,
			Render: func(question string, reply bot.Reply, limit int) []string {
				text, err := fitText(reply.Answer, limit)
				if err != nil {
					t.Error(err)
				}
				return []string{text}
			},
		})
	})
}
