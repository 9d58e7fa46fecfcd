package caspianwatch.bench.ingest;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Rome without anything of ours: a file's name in, the number of its entries out. */
public final class RomeAlone {
    private RomeAlone() {}

    /** Goes on until standard input ends. */
    public static void main(String[] args) throws IOException, FeedException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file = in.readLine(); file != null; file = in.readLine()) {
            var bytes = new ByteArrayInputStream(Files.readAllBytes(Path.of(file)));
            System.out.println(new SyndFeedInput().build(new XmlReader(bytes)).getEntries().size());
            System.out.flush();
        }
    }
}
