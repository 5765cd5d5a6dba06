package org.sipbond.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;

/** Makes Tomcat contexts of exploded archives. */
final class Deployer {
  private static final String SIP_CONTEXT = "org.mobicents.servlet.sip.startup.SipStandardContext";
  private static final String SIP_CONFIG = "org.mobicents.servlet.sip.startup.SipContextConfig";

  private final Host host;
  private final Path work;

  Deployer(Host host, Path work) {
    this.host = host;
    this.work = work;
  }

  /** Deploys and starts; the contexts that came of it. */
  List<Context> deploy(Application application) throws ContainerException {
    try {
      Path folder = Archives.explode(application.archive(), work);
      return List.of(add(folder, application.contextPath()));
    } catch (IOException e) {
      throw new ContainerException(
          "cannot deploy " + application.archive() + ": " + e.getMessage(), e);
    }
  }

  private Context add(Path folder, String contextPath) throws ContainerException {
    boolean sip = Files.exists(folder.resolve("WEB-INF").resolve("sip.xml"));
    Context context = sip ? instance(SIP_CONTEXT, Context.class) : new StandardContext();
    context.addLifecycleListener(
        sip ? instance(SIP_CONFIG, LifecycleListener.class) : new ContextConfig());
    context.setName(contextPath);
    context.setPath(contextPath);
    context.setDocBase(folder.toString());
    host.addChild(context);
    return context;
  }

  /** What is wrong with contexts that should be available, one line each. */
  static List<String> failures(List<Context> contexts) {
    List<String> failures = new ArrayList<>();
    for (Context context : contexts) {
      if (!context.getState().isAvailable()) {
        failures.add(
            "application "
                + context.getDocBase()
                + " did not start: its state is "
                + context.getState());
      }
    }
    return failures;
  }

  private static <T> T instance(String className, Class<T> type) throws ContainerException {
    try {
      return type.cast(Class.forName(className).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new ContainerException("cannot make a " + className, e);
    }
  }
}
