package se.tambur.security;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the log-in, {@code tambur.security.*}.
 *
 * @param secondStep whether everyone must have a second step
 * @param keyFile the key of the accounts' secrets; null: {@code account-key} in the data folder
 */
@ConfigurationProperties("tambur.security")
record SecuritySettings(
        @DefaultValue("optional") SecondStep secondStep,
        @Nullable Path keyFile) {

    enum SecondStep {
        OPTIONAL,
        REQUIRED
    }

    boolean secondStepRequired() {
        return secondStep == SecondStep.REQUIRED;
    }
}
