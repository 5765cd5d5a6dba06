package org.sipbond.arquillian.remote;

import java.lang.annotation.Annotation;
import javax.servlet.ServletContext;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;
import org.jspecify.annotations.Nullable;

/** Gives one attribute of the servlet context of the tested application. */
abstract class ContextAttributeProvider implements ResourceProvider {
  private final Class<?> type;
  private final String attribute;

  @Inject private Instance<ServletContext> context;

  ContextAttributeProvider(Class<?> type, String attribute) {
    this.type = type;
    this.attribute = attribute;
  }

  @Override
  public boolean canProvide(Class<?> wanted) {
    return wanted == type;
  }

  @Override
  public @Nullable Object lookup(ArquillianResource resource, Annotation... qualifiers) {
    return context.get().getAttribute(attribute);
  }
}
