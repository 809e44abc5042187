// Validates PDF files against PDF/A and PDF/UA profiles with the veraPDF classes on the class path.
// Usage: Check FLAVOURS FILE... ; prints one line per flavour and file: PASS, or FAIL with the clauses that failed.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class Check {
    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean clean = true;
        for (String name : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            ValidationProfile profile = profile(flavour);
            for (int i = 1; i < arguments.length; i++) {
                Set<String> failed = failures(new File(arguments[i]), flavour, profile);
                clean &= failed.isEmpty();
                System.out.println((failed.isEmpty() ? "PASS " : "FAIL ") + name + " " + arguments[i] + " "
                        + profile.getRules().size() + " rules " + String.join(" ", failed));
            }
        }
        System.exit(clean ? 0 : 1);
    }

    private static Set<String> failures(File file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        Set<String> failed = new TreeSet<>();
        try (var parser = Foundries.defaultInstance().createParser(file, flavour)) {
            var result = Foundries.defaultInstance().createValidator(profile, false).validate(parser);
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    failed.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber());
                }
            }
            if (!result.isCompliant() && failed.isEmpty()) failed.add("not-compliant");
        }
        return failed;
    }

    // Read with the JDK's own parser: the usual reader of profiles needs a JAXB that no current JDK has.
    private static ValidationProfile profile(PDFAFlavour flavour) throws Exception {
        String id = flavour.getId();
        String name = id.startsWith("ua") ? "PDFUA-" + id.substring(2) : "PDFA-" + id.toUpperCase();
        Document document;
        try (InputStream in = Check.class.getClassLoader().getResourceAsStream(
                "org/verapdf/pdfa/validation/" + name + ".xml")) {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : elements(document.getElementsByTagName("rule"))) {
            Element key = elements(rule.getElementsByTagName("id")).get(0);
            var specification = PDFAFlavour.Specification.valueOf(key.getAttribute("specification"));
            var ruleId = Profiles.ruleIdFromValues(specification, key.getAttribute("clause"),
                    Integer.parseInt(key.getAttribute("testNumber")));
            Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
            rules.add(Profiles.ruleFromValues(ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                    text(rule, "description"), text(rule, "test"),
                    Profiles.errorFromValues(text(rule, "message"), new ArrayList<>()), new ArrayList<>()));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : elements(document.getElementsByTagName("variable"))) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), variable.getAttribute("object"),
                    text(variable, "defaultValue"), text(variable, "value")));
        }
        var details = Profiles.profileDetailsFromValues(name, name, "", new Date(0));
        return Profiles.profileFromValues(flavour, details, "", rules, variables);
    }

    private static ArrayList<Element> elements(NodeList nodes) {
        ArrayList<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) found.add((Element) nodes.item(i));
        return found;
    }

    private static String text(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
