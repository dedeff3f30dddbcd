/** What is declared of apps: app, mini-program, quick app, and how they live. */
@NamedInterface("app")
@NullMarked
package io.zhijian.registry.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
