package org.sipbond.arquillian;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Small applications to deploy. */
final class Archives {
  private Archives() {}

  /** An application with one SIP servlet. */
  static WebArchive sip(String file, String application, Class<?> servlet) {
    return ShrinkWrap.create(WebArchive.class, file)
        .addClass(servlet)
        .addAsWebInfResource(new StringAsset(descriptor(application, servlet, "")), "sip.xml");
  }

  /**
   * A descriptor of JSR 289 §19.
   *
   * @param more elements to stand before the servlet, such as context-param and listener
   */
  static String descriptor(String application, Class<?> servlet, String more) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <sip-app xmlns="http://www.jcp.org/xml/ns/sipservlet" version="1.1">
          <app-name>%s</app-name>
          <servlet-selection><main-servlet>main</main-servlet></servlet-selection>
          %s
          <servlet>
            <servlet-name>main</servlet-name>
            <servlet-class>%s</servlet-class>
            <load-on-startup>1</load-on-startup>
          </servlet>
        </sip-app>
        """
        .formatted(application, more, servlet.getName());
  }
}
