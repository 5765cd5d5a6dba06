package org.sipbond.arquillian;

import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.sipbond.arquillian.facts.Probe;
import org.sipbond.arquillian.facts.ProbeServlet;

/** The application that tests of facts run in. */
public final class ProbeArchive {
  private ProbeArchive() {}

  /** A .war, because tests run inside no other, named as its application. */
  public static WebArchive war(String application) {
    return Archives.sip(application + ".war", application, ProbeServlet.class)
        .addPackage(Probe.class.getPackage());
  }
}
