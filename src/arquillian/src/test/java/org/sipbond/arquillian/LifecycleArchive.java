package org.sipbond.arquillian;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.sipbond.arquillian.facts.LifecycleServlet;

/** An application with one listener and one context-param in its {@code sip.xml}. */
final class LifecycleArchive {
  private static final String MORE =
      """
      <context-param>
        <param-name>one</param-name>
        <param-value>of sip.xml</param-value>
      </context-param>
      <listener><listener-class>%s</listener-class></listener>
      """;

  private LifecycleArchive() {}

  static WebArchive war(String application, Class<?> listener) {
    String descriptor =
        Archives.descriptor(
            application, LifecycleServlet.class, MORE.formatted(listener.getName()));
    return ShrinkWrap.create(WebArchive.class, application + ".war")
        .addClasses(LifecycleServlet.class, LifecycleServlet.Listener.class)
        .addClass(LifecycleServlet.Refusing.class)
        .addAsWebInfResource(new StringAsset(descriptor), "sip.xml");
  }
}
