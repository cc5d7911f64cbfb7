package data

import (
	"context"
	"sync"

	"beatbook/model"
)

// watchers pass new records on. Each has a queue without a bound, so that a slow one neither holds up the writer nor
// misses anything.
type watchers struct {
	mu     sync.Mutex
	all    map[*watcher]bool
	closed bool
}

type watcher struct {
	queue []model.Record
	wake  chan struct{}
}

// Watch gives every record that is appended or merged from now on, in the order in which the store took them. The
// channel is closed when ctx ends or the store is closed. To miss nothing call Watch first and Night after it: what
// comes twice changes nothing.
func (s *Store) Watch(ctx context.Context) <-chan model.Record {
	out := make(chan model.Record)
	w := s.watchers.add()
	if w == nil {
		close(out)
		return out
	}
	go func() {
		defer close(out)
		defer s.watchers.remove(w)
		defer s.catch()
		for {
			records, open := s.watchers.take(w)
			for _, r := range records {
				select {
				case out <- r:
				case <-ctx.Done():
					return
				}
			}
			if !open {
				return
			}
			select {
			case <-w.wake:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func (ws *watchers) add() *watcher {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	if ws.closed {
		return nil
	}
	if ws.all == nil {
		ws.all = map[*watcher]bool{}
	}
	w := &watcher{wake: make(chan struct{}, 1)}
	ws.all[w] = true
	return w
}

func (ws *watchers) remove(w *watcher) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	delete(ws.all, w)
}

// take empties the queue and says whether more may come.
func (ws *watchers) take(w *watcher) ([]model.Record, bool) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	records := w.queue
	w.queue = nil
	return records, !ws.closed
}

func (ws *watchers) tell(records []model.Record) {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	for w := range ws.all {
		w.queue = append(w.queue, records...)
		w.nudge()
	}
}

func (ws *watchers) close() {
	ws.mu.Lock()
	defer ws.mu.Unlock()
	ws.closed = true
	for w := range ws.all {
		w.nudge()
	}
}

func (w *watcher) nudge() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}
