package caspianwatch.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.net.URL;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which module may use which. Top level, for a nested class with rules is silently not run. */
final class DirectionsTest {
    private static final String OURS = "caspianwatch.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("caspianwatch");

    /** At the least so many classes, or a rule would pass on nothing. */
    private static final Map<String, Integer> SEEN = Map.of("contract", 15, "runtime", 20, "matching", 20, "ingest", 20,
            "processor", 8, "alerts", 10, "web", 20, "app", 20);

    @Test
    void sawEveryModule() {
        SEEN.forEach((module,
                least) -> assertThat(CLASSES.stream().filter(each -> each.getPackageName().equals(OURS + module)
                        || each.getPackageName().startsWith(OURS + module + "."))).as("classes of " + module)
                        .hasSizeGreaterThanOrEqualTo(least));
    }

    @Test
    void contractUsesNothingOfOurs() {
        usesOnly("contract");
    }

    @Test
    void runtimeUsesTheContractAlone() {
        usesOnly("runtime", "contract");
    }

    @Test
    void matchingUsesTheContractAlone() {
        usesOnly("matching", "contract");
    }

    @Test
    void ingestUsesNoOtherService() {
        usesOnly("ingest", "contract", "runtime");
    }

    @Test
    void processorUsesNoOtherService() {
        usesOnly("processor", "contract", "runtime", "matching");
    }

    @Test
    void alertsUsesNoOtherService() {
        usesOnly("alerts", "contract", "runtime");
    }

    @Test
    void webUsesNoOtherService() {
        usesOnly("web", "contract", "runtime", "matching");
    }

    @Test
    void matchingNeitherReadsNorWritesNorWaits() {
        noClasses().that().resideInAPackage("caspianwatch.matching..").should().dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.kafka.clients..", "org.apache.kafka.streams..")
                .check(CLASSES);
        // who changes the index waits for who else does; a match tries that lock to tidy up and never waits
        noClasses().that().resideInAPackage("caspianwatch.matching..").and().doNotHaveSimpleName("QueryIndex").should()
                .dependOnClassesThat().resideInAPackage("java.util.concurrent.locks..").check(CLASSES);
    }

    /** Every address that somebody gave goes through the one client that checks where it leads. */
    @Test
    void onlySafeEgressOpensConnections() {
        noClasses().that().resideOutsideOfPackage("caspianwatch.runtime.egress..").and()
                .doNotHaveFullyQualifiedName("caspianwatch.app.cli.DeskApi").and()
                // a file within our own jars
                .doNotHaveFullyQualifiedName("caspianwatch.runtime.RocksLibrary").should()
                .dependOnClassesThat().haveFullyQualifiedName("okhttp3.OkHttpClient$Builder").orShould()
                .dependOnClassesThat().resideInAPackage("java.net.http..").orShould()
                .dependOnClassesThat().haveFullyQualifiedName("java.net.URLConnection").orShould()
                .callMethod(URL.class, "openStream").orShould().callMethod(URL.class, "openConnection").orShould()
                .dependOnClassesThat().haveFullyQualifiedName("java.net.Socket").check(CLASSES);
        assertThat(CLASSES.stream().filter(each -> each.getPackageName().equals("caspianwatch.runtime.egress"))
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(each -> each.getTargetClass().getFullName())).contains("okhttp3.OkHttpClient$Builder");
    }

    @Test
    void noPackagesOfAModuleGoRoundInCircles() {
        SEEN.keySet()
                .forEach(module -> SlicesRuleDefinition.slices().matching("caspianwatch." + module + ".(*)..").should()
                        .beFreeOfCycles().allowEmptyShould(true).check(CLASSES));
    }

    @Test
    void nothingWritesToStandardOutputButTheCommandLine() {
        noClasses().that().resideOutsideOfPackages("caspianwatch.app..").and()
                .doNotHaveFullyQualifiedName("caspianwatch.matching.TagLines").and()
                .doNotHaveFullyQualifiedName("caspianwatch.ingest.ParseBatch").should()
                .accessField(System.class, "out").orShould().accessField(System.class, "err").check(CLASSES);
    }

    @Test
    void onlySettingsReadsTheEnvironment() {
        noClasses().that().doNotHaveFullyQualifiedName("caspianwatch.runtime.Settings").should()
                .callMethod(System.class, "getenv").orShould().callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    private static void usesOnly(String module, String... others) {
        String[] allowed = Stream.concat(Stream.of(module), Stream.of(others)).map(each -> OURS + each + "..")
                .toArray(String[]::new);
        classes().that().resideInAPackage(OURS + module + "..").should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("caspianwatch..").or(resideInAnyPackage(allowed)))
                .check(CLASSES);
    }
}
