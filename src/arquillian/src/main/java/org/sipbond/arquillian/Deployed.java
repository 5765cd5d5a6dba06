package org.sipbond.arquillian;

import java.util.List;
import org.sipbond.container.Application;

/**
 * One archive in the container.
 *
 * @param contextPaths of its web modules, the one that tests run in first
 * @param sipApplications names in its {@code sip.xml} descriptors
 */
record Deployed(Application application, List<String> contextPaths, List<String> sipApplications) {

  Deployed {
    contextPaths = List.copyOf(contextPaths);
    sipApplications = List.copyOf(sipApplications);
  }
}
