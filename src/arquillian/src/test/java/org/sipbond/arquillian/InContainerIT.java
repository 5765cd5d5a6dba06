package org.sipbond.arquillian;

import static org.assertj.core.api.Assertions.assertThat;

import javax.servlet.ServletContext;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@ArquillianTest
class InContainerIT {
  @ArquillianResource private ServletContext context;
  @ArquillianResource private SipFactory factory;

  @Deployment
  static WebArchive sar() {
    return Archives.sip("inside.war", "inside", AnsweringServlet.class);
  }

  @Test
  void runsInTheApplication() {
    assertThat(context.getContextPath()).isEqualTo("/inside");
    assertThat(factory).isSameAs(context.getAttribute(SipServlet.SIP_FACTORY));
    assertThat(getClass().getClassLoader()).isNotSameAs(ClassLoader.getSystemClassLoader());
  }
}
