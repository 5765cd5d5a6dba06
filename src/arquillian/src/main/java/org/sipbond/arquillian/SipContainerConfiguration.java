package org.sipbond.arquillian;

import java.util.Map;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/**
 * The properties of the {@code container} element in {@code arquillian.xml}. See {@link
 * SettingsReader} for what each means.
 */
public final class SipContainerConfiguration implements ContainerConfiguration {
  private Map<String, String> properties = Map.of();

  void take(Map<String, String> found) {
    properties = Map.copyOf(found);
  }

  /** Every problem in one exception. */
  @Override
  public void validate() throws ConfigurationException {
    settings();
  }

  Settings settings() throws ConfigurationException {
    SettingsReader reader = new SettingsReader(properties);
    Settings settings = reader.read();
    if (!reader.problems().isEmpty()) {
      throw new ConfigurationException("arquillian.xml: " + String.join("; ", reader.problems()));
    }
    return settings;
  }
}
