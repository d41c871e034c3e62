using System.Diagnostics;
using System.Globalization;
using Bot.Triage.Classifier;

namespace Benchmarks;

/// <summary>
/// The commands <c>train</c> and <c>classify</c> beside <c>fasttext supervised</c> and <c>predict</c> in one run, by turns, as whole
/// processes. fastText parts words at blanks, so it gets one character a word.
/// </summary>
internal sealed class FastTextBenchmark(string folder)
{
    private const int Texts = 20_000;
    private const int Rounds = 5;
    private static readonly string[][] Settings = [["-bucket", "200000"], ["-bucket", "200000", "-epoch", "25", "-wordNgrams", "2"]];

    /// <param name="train">Lines of label TAB text.</param>
    /// <param name="held">Lines of the same form to measure on; repeated for the times.</param>
    public static void Run(string train, string held)
    {
        if (!Available())
        {
            Console.WriteLine("fasttext is not installed (Debian: apt install fasttext); nothing to compare with");
            return;
        }
        string folder = Directory.CreateTempSubdirectory("bot-benchmark-").FullName;
        try
        {
            new FastTextBenchmark(folder).Compare(train, held);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Compare(string train, string held)
    {
        string[] lines = File.ReadAllLines(held);
        string[] many = [.. Enumerable.Range(0, Texts).Select(i => lines[i % lines.Length])];
        foreach ((string name, IEnumerable<string> content) in new[] { ("train", File.ReadLines(train)), ("held", lines), ("many", many), ("one", lines.Take(1)) })
        {
            File.WriteAllLines(In(name + ".ft"), content.Select(Spaced));
            File.WriteAllLines(In(name), content);
        }
        double ours = Seconds("dotnet", Bot, "train", "--input", In("train"), "--model", In("model"));
        Time("dotnet", Bot, "classify", "--model", In("model"), "--input", In("held"), "--output", In("answers"));
        Console.WriteLine(Show($"bot train {ours:F1} s, {Score(lines, File.ReadLines(In("answers")).Select(line => line.Split('\t')[0]))}"));
        for (int i = 0; i < Settings.Length; i++)
        {
            string model = In($"ft{i}");
            double theirs = Seconds("fasttext", ["supervised", "-input", In("train.ft"), "-output", model, .. Settings[i]]);
            string[] predicted = [.. Output("fasttext", "predict", model + ".bin", In("held.ft")).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
            Console.WriteLine(Show($"fasttext {string.Join(' ', Settings[i])}: training {theirs:F1} s, {Score(lines, predicted.Select(label => label[9..]))}"));
            Classify(model + ".bin");
        }
    }

    private void Classify(string peer)
    {
        List<(double Whole, double Loaded)> ratios = [];
        for (int round = 0; round < Rounds; round++)
        {
            double[] ours = [Ours("many"), Ours("one")];
            double[] theirs = [Seconds("fasttext", "predict", peer, In("many.ft")), Seconds("fasttext", "predict", peer, In("one.ft"))];
            ratios.Add((theirs[0] / ours[0], (theirs[0] - theirs[1]) / (ours[0] - ours[1])));
            Console.WriteLine(Show($"  {Texts} texts: bot {ours[0]:F2} s ({ours[1]:F2} s for one), fasttext {theirs[0]:F2} s ({theirs[1]:F2} s for one)"));
        }
        Console.WriteLine(Show($"  median ratio {Median(ratios, r => r.Whole):F1} as processes, {Median(ratios, r => r.Loaded):F1} without start and load"));
    }

    private double Ours(string input) => Seconds("dotnet", Bot, "classify", "--model", In("model"), "--input", In(input), "--output", In("answers"));

    private static string Bot => Path.Combine(AppContext.BaseDirectory, "bot.dll");

    private string In(string name) => Path.Combine(folder, name);

    private static string Spaced(string line)
    {
        string[] fields = line.Split('\t', 2);
        return $"__label__{fields[0]} {string.Join(' ', fields[1].Where(c => !char.IsWhiteSpace(c)))}";
    }

    private static LabelScores Score(string[] lines, IEnumerable<string> predicted) => LabelScores.Of([.. lines.Select(line => line.Split('\t')[0])], [.. predicted]);

    private static double Median(List<(double Whole, double Loaded)> ratios, Func<(double Whole, double Loaded), double> of) => ratios.Select(of).Order().ElementAt(Rounds / 2);

    private static string Show(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private static bool Available() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "fasttext")));

    private static double Seconds(string program, params string[] arguments) => Time(program, arguments).Seconds;

    private static string Output(string program, params string[] arguments) => Time(program, arguments).Output;

    private static (double Seconds, string Output) Time(string program, params string[] arguments)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? (Stopwatch.GetElapsedTime(start).TotalSeconds, output)
            : throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}");
    }
}
