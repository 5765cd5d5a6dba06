package org.sipbond.container;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;

/**
 * What an application says in {@link SipContainer#PROBLEMS_ATTRIBUTE}. A context that fails to
 * start is stopped at once and forgets its attributes, so they are read just before that.
 */
final class ToldProblems implements LifecycleListener {
  private List<String> beforeStop = List.of();

  @Override
  public void lifecycleEvent(LifecycleEvent event) {
    if (Lifecycle.BEFORE_STOP_EVENT.equals(event.getType())
        && event.getLifecycle() instanceof Context context) {
      beforeStop = attribute(context);
    }
  }

  /** One line for each problem; empty when the application said nothing. */
  static List<String> of(Context context) {
    List<String> now = attribute(context);
    return now.isEmpty()
        ? Arrays.stream(context.findLifecycleListeners())
            .filter(ToldProblems.class::isInstance)
            .flatMap(listener -> ((ToldProblems) listener).beforeStop.stream())
            .toList()
        : now;
  }

  private static List<String> attribute(Context context) {
    return context.getServletContext().getAttribute(SipContainer.PROBLEMS_ATTRIBUTE)
            instanceof Collection<?> lines
        ? lines.stream().map(String::valueOf).toList()
        : List.of();
  }
}
