package org.sipbond.management.socket;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.sipbond.management.Answer;
import org.sipbond.management.CommandsMXBean;
import org.sipbond.management.socket.Reply.Status;

/** Passes requests on to the {@link CommandsMXBean} of an MBean server; to nothing else of it. */
public final class Operations implements Function<Request, Reply> {
  private final MBeanServer server;
  private final ObjectName name;

  /** The operations of the application that is, or will be, registered there. */
  public Operations(MBeanServer server) {
    this.server = server;
    try {
      this.name = new ObjectName(CommandsMXBean.OBJECT_NAME);
    } catch (MalformedObjectNameException broken) {
      throw new IllegalStateException(CommandsMXBean.OBJECT_NAME, broken);
    }
  }

  @Override
  public Reply apply(Request request) {
    try {
      List<MBeanOperationInfo> known = List.of(server.getMBeanInfo(name).getOperations());
      return known.stream().anyMatch(operation -> takes(operation, request))
          ? invoke(request)
          : new Reply(Status.UNKNOWN, unknown(request, known));
    } catch (InstanceNotFoundException absent) {
      return new Reply(Status.UNAVAILABLE, "the SIP application is not deployed, or not yet");
    } catch (JMException | JMRuntimeException failed) {
      return new Reply(Status.FAILED, request.operation() + " failed: " + cause(failed));
    }
  }

  private Reply invoke(Request request) throws JMException {
    Object[] arguments = request.arguments().toArray();
    String[] signature = new String[arguments.length];
    Arrays.fill(signature, String.class.getName());
    CompositeData answer =
        (CompositeData) server.invoke(name, request.operation(), arguments, signature);
    Status status =
        switch (Answer.Outcome.valueOf(String.valueOf(answer.get("outcome")))) {
          case OK -> Status.OK;
          case NEGATIVE -> Status.NEGATIVE;
          case INVALID -> Status.INVALID;
        };
    return new Reply(status, String.valueOf(answer.get("text")));
  }

  private static boolean takes(MBeanOperationInfo operation, Request request) {
    return operation.getName().equals(request.operation())
        && operation.getSignature().length == request.arguments().size();
  }

  private static String unknown(Request request, List<MBeanOperationInfo> known) {
    return known.stream()
        .map(operation -> operation.getName() + " of " + operation.getSignature().length)
        .sorted()
        .collect(
            Collectors.joining(
                ", ",
                "no operation "
                    + request.operation()
                    + " of "
                    + request.arguments().size()
                    + " arguments; allowed: ",
                ""));
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? thrown : cause(cause);
  }
}
