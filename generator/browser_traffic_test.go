package generator_test

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"trustpress/generator/trust"
)

// traffic is what a page asks for, and what it complains of.
type traffic struct {
	mu       sync.Mutex
	asked    map[network.RequestID]string // addresses
	troubles []string                     // what did not load, and every line on the console
	bytes    int                          // as they came over the wire, heads included
}

// watch records the traffic of a tab from now on.
func watch(t *testing.T, ctx context.Context) *traffic {
	t.Helper()
	seen := &traffic{asked: map[network.RequestID]string{}}
	if err := chromedp.Listen(ctx, seen.note); err != nil {
		t.Fatal(err)
	}
	return seen
}

// icon is what a browser asks each host for by itself, where a page names no icon. No page is to blame for it.
const icon = "/favicon.ico"

func (s *traffic) note(event any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if !strings.HasSuffix(e.Request.URL, icon) {
			s.asked[e.RequestID] = e.Request.URL
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			s.complain(e.RequestID, fmt.Sprint(e.Response.Status))
		}
	case *network.EventLoadingFinished:
		if s.asked[e.RequestID] != "" {
			s.bytes += int(e.EncodedDataLength)
		}
	case *network.EventLoadingFailed:
		s.complain(e.RequestID, e.ErrorText+" "+string(e.BlockedReason))
	case *runtime.EventConsoleAPICalled:
		s.troubles = append(s.troubles, fmt.Sprintf("console: %s", e.Type))
	case *runtime.EventExceptionThrown:
		s.troubles = append(s.troubles, "exception: "+e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		if !strings.HasSuffix(e.Entry.URL, icon) {
			s.troubles = append(s.troubles, fmt.Sprintf("%s: %s", e.Entry.Level, e.Entry.Text))
		}
	}
}

// complain keeps what went wrong with an address that the page asked for, and not one before it.
func (s *traffic) complain(id network.RequestID, what string) {
	if address := s.asked[id]; address != "" {
		s.troubles = append(s.troubles, strings.TrimSpace(what)+" for "+address)
	}
}

// read returns what was asked for, what went wrong, and how many bytes came.
func (s *traffic) read() (asked, troubles []string, bytes int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Sorted(maps.Values(s.asked)), slices.Clone(s.troubles), s.bytes
}

// serve serves the files of a folder under the policy that hosts are told to send, and nothing in the place of a folder. It returns its address.
func serve(t *testing.T, dir string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file, err := os.OpenInRoot(dir, strings.TrimPrefix(r.URL.Path, "/"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		defer file.Close()
		w.Header().Set("Content-Security-Policy", trust.Policy)
		http.ServeContent(w, r, r.URL.Path, time.Time{}, file)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}
