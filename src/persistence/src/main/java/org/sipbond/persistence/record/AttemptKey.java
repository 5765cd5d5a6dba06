package org.sipbond.persistence.record;

import java.util.UUID;

/**
 * What tells one attempt from the others.
 *
 * @param place among those of its call, from 0
 */
record AttemptKey(UUID callRef, int place) {}
