// SPDX-License-Identifier: AGPL-3.0-only
/**
 * Stands in for the container's statistics package, which posts to an address outside. May import:
 * metrics-core.
 */
@NullMarked
package org.restcomm.commons.statistics.reporter;

import org.jspecify.annotations.NullMarked;
