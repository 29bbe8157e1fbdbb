using Stanch.Remediation.Snippets;

namespace Stanch.Remediation.Tests.Toolchains;

/// <summary>One virtual machine parses, compiles and runs them all, through the compiler's own interface.</summary>
internal sealed class JavaToolchain : Toolchain
{
    private const string Runner = """
        import com.sun.source.util.JavacTask;
        import java.io.File;
        import java.net.URL;
        import java.net.URLClassLoader;
        import java.util.*;
        import javax.tools.*;

        public class Runner {
            public static void main(String[] arguments) throws Exception {
                var compiler = ToolProvider.getSystemJavaCompiler();
                var manager = compiler.getStandardFileManager(null, null, null);
                var problems = new DiagnosticCollector<JavaFileObject>();
                var files = manager.getJavaFileObjects(Arrays.copyOfRange(arguments, 1, arguments.length));
                var options = List.of("-d", "out");
                var task = (JavacTask) compiler.getTask(null, manager, problems, options, null, files);
                if (arguments[0].equals("parse")) task.parse();
                else task.call();
                for (var problem : problems.getDiagnostics()) System.err.println(problem);
                if (problems.getDiagnostics().stream().anyMatch(problem -> problem.getKind() == Diagnostic.Kind.ERROR)) System.exit(1);
                if (arguments[0].equals("parse")) return;
                var loader = new URLClassLoader(new URL[] { new File("out").toURI().toURL() });
                for (var at = 1; at < arguments.length; at++)
                    loader.loadClass(arguments[at].replace(".java", "")).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            }
        }
        """;

    public override string Language => "java";

    public override IReadOnlyList<string> ParsedOnly => ["aws", "vault", "conjur"];

    public override string FileOf(int number) => $"S{number}.java";

    public override string Wrap(Snippet snippet, int number) =>
        $"{snippet.Imports}\npublic class S{number} {{\npublic static void main(String[] arguments) throws Exception {{\n{snippet.Body}\nSystem.out.println(\"{number} \" + {snippet.Name});\n}}\n}}\n";

    public override Task<string> RunAsync(Workshop shop, IReadOnlyList<int> numbers) => Java(shop, "run", numbers);

    public override Task ParseAsync(Workshop shop, IReadOnlyList<int> numbers) => Java(shop, "parse", numbers);

    private Task<string> Java(Workshop shop, string verb, IReadOnlyList<int> numbers)
    {
        shop.Write("tool/Runner.java", Runner);
        shop.Write("out/.keep", "");
        return shop.RunAsync("default-jdk-headless", "java", ["tool/Runner.java", verb, .. numbers.Select(FileOf)]);
    }
}
