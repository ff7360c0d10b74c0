import java.nio.file.*;
import java.util.*;
import org.codelibs.opensearch.runner.node.OpenSearchRunnerNode;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.painless.PainlessModulePlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * One OpenSearch node: Node KEY=VALUE..., a value with commas is a list. It has the modules that styrdok needs, no security plugin and no
 * bootstrap checks, and ends when its standard input does.
 */
public class Node {
  public static void main(String[] args) throws Exception {
    Settings.Builder b = Settings.builder().put("http.type", "netty4").put("transport.type", "netty4");
    for (String arg : args) {
      String[] pair = arg.split("=", 2);
      if (pair[1].contains(",")) b.putList(pair[0], pair[1].split(","));
      else b.put(pair[0], pair[1]);
    }
    Settings settings = b.build();
    for (String dir : List.of("path.home", "path.data", "path.logs")) Files.createDirectories(Path.of(settings.get(dir)));
    Files.createDirectories(Path.of(settings.get("path.home"), "config"));
    List<Class<? extends Plugin>> plugins = List.of(Netty4ModulePlugin.class, PainlessModulePlugin.class);
    var env = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> settings.get("node.name"));
    try (var node = new OpenSearchRunnerNode(env, plugins)) {
      node.start();
      System.out.println("started " + settings.get("node.name"));
      while (System.in.read() >= 0) { }
    }
    System.exit(0);
  }
}
