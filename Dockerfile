# Builds a static binary and ships it alone: no shell, no package manager, no root.
#   docker build -t allegedly .
#   docker run --rm -e DISCORD_TOKEN -p 127.0.0.1:9090:9090 allegedly
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /allegedly ./cmd/allegedly

FROM scratch
# For the TLS of Discord and Slack.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /allegedly /allegedly
USER 65532:65532
# Within the container, so that -p can reach it; see docs/operating.md.
ENV ALLEGEDLY_LISTEN=:9090
EXPOSE 9090
ENTRYPOINT ["/allegedly"]
CMD ["serve"]
