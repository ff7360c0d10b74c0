import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene beside styrdok: the passages that indexbench wrote, with the same tokens in the same fields.
 *
 *   LuceneBench index PASSAGES DIR COMMIT    index all, with a commit every COMMIT passages
 *   LuceneBench phrase QUERIES DIR ROUNDS    time each phrase (one a line) ROUNDS times
 *
 * A line of PASSAGES: the ID, then by tabs the token fields and the value fields named below, then what is stored.
 * Prints one line of JSON.
 */
public class LuceneBench {
  static final String[] TOKENS = {"exact", "lemma", "part", "root", "heading"};
  static final String[] VALUES = {"municipality", "tag", "kind", "year", "document", "zone"};

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "index" -> index(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
      case "phrase" -> phrases(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** A field of tokens: with positions and offsets where ours has them, in the exact field, else with frequencies. */
  static FieldType tokenType(String field) {
    FieldType t = new FieldType();
    t.setTokenized(true);
    t.setIndexOptions(field.equals("exact") ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS_AND_FREQS);
    t.freeze();
    return t;
  }

  static void index(Path passages, Path dir, int commit) throws Exception {
    long start = System.nanoTime(), cpu = cpu();
    int n = 0;
    IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(64);
    Map<String, FieldType> types = new HashMap<>();
    for (String f : TOKENS) types.put(f, tokenType(f));
    try (IndexWriter w = new IndexWriter(FSDirectory.open(dir), config); BufferedReader in = Files.newBufferedReader(passages)) {
      for (String line; (line = in.readLine()) != null; ) {
        String[] f = line.split("\t", -1);
        Document d = new Document();
        d.add(new StringField("_id", f[0], Field.Store.YES));
        int at = 1;
        for (String name : TOKENS) if (!f[at++].isEmpty()) d.add(new Field(name, f[at - 1], types.get(name)));
        for (String name : VALUES) {
          String values = f[at++];
          if (values.isEmpty()) continue;
          for (String v : values.split("\\|")) {
            d.add(new StringField(name, v, Field.Store.NO));
            d.add(new SortedSetDocValuesField(name, new BytesRef(v)));
          }
          if (name.equals("year")) d.add(new IntField("year_number", Integer.parseInt(values), Field.Store.NO));
        }
        d.add(new StoredField("stored", f[at]));
        w.addDocument(d);
        if (++n % commit == 0) w.commit();
      }
      w.commit();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long size = 0;
    try (var files = Files.list(dir)) { for (Path p : (Iterable<Path>) files::iterator) size += Files.size(p); }
    System.out.printf(Locale.ROOT, "{\"passages\":%d,\"seconds\":%.3f,\"cpu_seconds\":%.3f,\"bytes\":%d}%n", n, seconds, (cpu() - cpu) / 1e9, size);
  }

  static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  static void phrases(Path queries, Path dir, int rounds) throws Exception {
    List<String> lines = Files.readAllLines(queries, StandardCharsets.UTF_8);
    List<Double> ms = new ArrayList<>();
    long hits = 0;
    try (IndexReader r = DirectoryReader.open(FSDirectory.open(dir))) {
      IndexSearcher s = new IndexSearcher(r);
      for (int round = -1; round < rounds; round++) { // the first warms up
        for (String line : lines) {
          long t = System.nanoTime();
          PhraseQuery q = new PhraseQuery("exact", line.split(" "));
          TopDocs top = s.search(q, new TopScoreDocCollectorManager(10, Integer.MAX_VALUE));
          for (ScoreDoc d : top.scoreDocs) hits += s.storedFields().document(d.doc).get("stored").length() > 0 ? 1 : 0;
          if (round >= 0) ms.add((System.nanoTime() - t) / 1e6);
        }
      }
    }
    Collections.sort(ms);
    System.out.printf(Locale.ROOT, "{\"queries\":%d,\"hits\":%d,\"p50_ms\":%.3f,\"p99_ms\":%.3f}%n", ms.size(), hits, ms.get(ms.size() / 2), ms.get(ms.size() * 99 / 100));
  }
}
