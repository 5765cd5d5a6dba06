@NullMarked
package org.sipbond.container.command;

import org.jspecify.annotations.NullMarked;
