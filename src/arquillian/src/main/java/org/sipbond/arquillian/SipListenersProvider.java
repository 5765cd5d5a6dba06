package org.sipbond.arquillian;

import java.lang.annotation.Annotation;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;
import org.jspecify.annotations.Nullable;

/** Gives the container's listeners to a test that runs as client. */
final class SipListenersProvider implements ResourceProvider {
  @Inject private Instance<SipListeners> listeners;

  @Override
  public boolean canProvide(Class<?> type) {
    return type == SipListeners.class;
  }

  @Override
  public @Nullable Object lookup(ArquillianResource resource, Annotation... qualifiers) {
    return listeners.get();
  }
}
