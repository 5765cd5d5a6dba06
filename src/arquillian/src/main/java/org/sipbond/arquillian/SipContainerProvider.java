package org.sipbond.arquillian;

import java.lang.annotation.Annotation;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;
import org.jspecify.annotations.Nullable;
import org.sipbond.container.SipContainer;

/** Gives the running container to a test that runs as client. */
final class SipContainerProvider implements ResourceProvider {
  @Inject private Instance<SipContainer> container;

  @Override
  public boolean canProvide(Class<?> type) {
    return type == SipContainer.class;
  }

  @Override
  public @Nullable Object lookup(ArquillianResource resource, Annotation... qualifiers) {
    return container.get();
  }
}
