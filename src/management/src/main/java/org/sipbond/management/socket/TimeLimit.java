package org.sipbond.management.socket;

import java.io.IOException;
import java.nio.channels.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a channel when its time is over, so that whoever is connecting, reading or writing gets a
 * {@link java.nio.channels.ClosedChannelException}: a Unix-domain channel has no time-out of its
 * own.
 */
final class TimeLimit implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TimeLimit.class.getName());

  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> watch;
  private volatile boolean over;

  TimeLimit(Channel channel, Duration limit) {
    watch =
        ended
            .copy()
            .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
            .handle((none, late) -> end(channel, late));
  }

  /** Whether the channel was closed because of the time. */
  boolean isOver() {
    return over;
  }

  /** Ends in time. */
  @Override
  public void close() {
    ended.complete(null);
    watch.join();
  }

  private @Nullable Void end(Channel channel, @Nullable Throwable late) {
    if (late == null) {
      return null;
    }
    over = true;
    try {
      channel.close();
    } catch (IOException broken) {
      LOG.log(System.Logger.Level.DEBUG, "cannot close a connection", broken);
    }
    return null;
  }
}
