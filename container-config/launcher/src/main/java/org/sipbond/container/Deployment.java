package org.sipbond.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Host;

/**
 * A deployed application.
 *
 * @param contexts in the order in which they were started
 * @param resources closed when it is undeployed
 */
record Deployment(Application application, List<Context> contexts, List<Closeable> resources) {

  Deployment {
    contexts = List.copyOf(contexts);
    resources = List.copyOf(resources);
  }

  /**
   * What keeps it from being available, one line each: what the application says in {@link
   * SipContainer#PROBLEMS_ATTRIBUTE}, else only that it did not start.
   */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (Context context : contexts) {
      List<String> told = ToldProblems.of(context);
      problems.addAll(told);
      if (told.isEmpty() && !context.getState().isAvailable()) {
        problems.add(
            "application "
                + application.archive().getFileName()
                + " did not start at "
                + (context.getPath().isEmpty() ? "/" : context.getPath())
                + "; the log says why");
      }
    }
    return problems;
  }

  /** Stops and removes its contexts, last one first. */
  void remove(Host host) {
    for (int i = contexts.size() - 1; i >= 0; i--) {
      host.removeChild(contexts.get(i));
    }
    close();
  }

  /** Closes what the contexts used, after they are gone. */
  void close() {
    try {
      for (Closeable resource : resources) {
        resource.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
