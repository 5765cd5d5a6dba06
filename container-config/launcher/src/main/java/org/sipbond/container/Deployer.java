package org.sipbond.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;

/** Makes Tomcat contexts of archives. */
final class Deployer {
  private static final String SIP_CONTEXT = "org.mobicents.servlet.sip.startup.SipStandardContext";
  private static final String SIP_CONFIG = "org.mobicents.servlet.sip.startup.SipContextConfig";

  private final Host host;
  private final Path work;

  Deployer(Host host, Path work) {
    this.host = host;
    this.work = work;
  }

  /** Deploys and starts, each context before the next is made. */
  Deployment deploy(Application application) throws ContainerException {
    Path archive = application.archive();
    try {
      if (String.valueOf(archive.getFileName()).endsWith(".ear")) {
        Ear ear = Ear.explode(archive, work);
        return new Deployment(
            application, add(ear.modules(), ear.libraries()), List.of(ear.libraries()));
      }
      Path folder = Archives.explode(archive, work);
      return new Deployment(
          application,
          add(
              List.of(new Ear.Module(folder, application.contextPath())),
              Deployer.class.getClassLoader()),
          List.of());
    } catch (IOException e) {
      throw new ContainerException("cannot deploy " + archive + ": " + e.getMessage(), e);
    }
  }

  private List<Context> add(List<Ear.Module> modules, ClassLoader parent)
      throws ContainerException {
    List<Context> contexts = new ArrayList<>();
    for (Ear.Module module : modules) {
      Context context = context(module.isSip());
      context.setName(module.contextPath());
      context.setPath(module.contextPath());
      context.setDocBase(module.folder().toString());
      context.setParentClassLoader(parent);
      contexts.add(context);
      host.addChild(context);
    }
    return contexts;
  }

  private static Context context(boolean sip) throws ContainerException {
    Context context = sip ? instance(SIP_CONTEXT, Context.class) : new StandardContext();
    context.addLifecycleListener(
        sip ? instance(SIP_CONFIG, LifecycleListener.class) : new ContextConfig());
    context.addLifecycleListener(new ToldProblems());
    return context;
  }

  private static <T> T instance(String className, Class<T> type) throws ContainerException {
    try {
      return type.cast(Class.forName(className).getConstructor().newInstance());
    } catch (ReflectiveOperationException e) {
      throw new ContainerException("cannot make a " + className, e);
    }
  }
}
