package se.tambur.shared;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the whole house, {@code tambur.*}.
 *
 * @param home the data folder ({@code TAMBUR_HOME})
 * @param config the folder of plans and courses taken in on first start
 * @param publicUrl what QR codes carry, without a trailing slash; null: the first address phones can reach
 * @param demo whether the numbers are made, which every page and PDF then says
 */
@ConfigurationProperties("tambur")
public record Settings(
        @DefaultValue("data") Path home,
        @DefaultValue("kiosk-config") Path config,
        @Nullable String publicUrl,
        @DefaultValue("false") boolean demo) {}
