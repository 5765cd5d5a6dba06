package org.sipbond.container.command;

import java.util.List;
import java.util.stream.Collectors;
import org.sipbond.container.SipContainer;
import org.sipbond.core.bond.Listener;
import org.sipbond.core.net.IpLiteral;

/** What a server says of itself. */
final class State {
  private static final String INDENT = "\n               ";

  private State() {}

  static String of(SipContainer container) {
    List<String> listeners = container.listeners().stream().map(Listener::toString).toList();
    List<String> paths =
        container.contextPaths().stream().map(path -> path.isEmpty() ? "/" : path).toList();
    return Version.text()
        + " is running"
        + "\n  pid          "
        + ProcessHandle.current().pid()
        + "\n  listeners    "
        + lines(listeners, "those of conf/server.xml")
        + "\n  http         "
        + container.httpPort().map(port -> http(container) + ":" + port).orElse("none")
        + "\n  applications "
        + lines(paths, "none");
  }

  private static String lines(List<String> lines, String none) {
    return lines.isEmpty() ? none : lines.stream().collect(Collectors.joining(INDENT));
  }

  private static String http(SipContainer container) {
    String text = IpLiteral.text(container.httpAddress());
    return text.indexOf(':') < 0 ? text : "[" + text + "]";
  }
}
