// SPDX-License-Identifier: AGPL-3.0-only
@NullMarked
package org.sipbond.container.adapter;

import org.jspecify.annotations.NullMarked;
