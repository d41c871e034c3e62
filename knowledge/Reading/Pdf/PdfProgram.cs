using System.Diagnostics;
using System.Text;

namespace Knowledge.Reading.Pdf;

/// <summary>
/// Runs <c>pdftotext</c> of poppler-utils on the bytes of a file: without a shell, without a file on disk, with limits on time,
/// memory and output. It is a program of its own so that what a hostile file does to it stays there.
/// </summary>
internal static class PdfProgram
{
    private const string Program = "pdftotext";
    private const string Limiter = "prlimit";
    private const int WrongPassword = 1;
    private const int Forbidden = 3;

    // several large files at once would take a small machine away from those who use it
    private static readonly SemaphoreSlim Running = new(2, 2);

    /// <summary>The text as it stands on the pages, with a form feed between them.</summary>
    /// <param name="folders">Where the program is looked for; those of the machine when null.</param>
    public static string Run(byte[] file, ReadLimits limits, string? folders, CancellationToken cancellationToken)
    {
        string program = Find(Program, folders) ?? throw new ReadException(ReadFault.NoPdfProgram);
        Running.Wait(cancellationToken);
        try
        {
            using Process process = Process.Start(Command(program, limits)) ?? throw new ReadException(ReadFault.NoPdfProgram);
            using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            late.CancelAfter(limits.Time);
            // no end is waited for twice: killing it ends both of its pipes
            using CancellationTokenRegistration kill = late.Token.Register(() => Kill(process));
            return Talk(process, file, limits, late.Token, cancellationToken);
        }
        finally
        {
            Running.Release();
        }
    }

    /// <summary>Whether PDF can be read on this machine.</summary>
    public static bool IsInstalled => Find(Program, null) is not null;

    private static string Talk(Process process, byte[] file, ReadLimits limits, CancellationToken late, CancellationToken cancellationToken)
    {
        // a layout is mostly spaces
        int most = limits.Characters * 4;
        Task<string> errors = Take(process.StandardError, 4_096, drain: true);
        Task<string> text = Take(process.StandardOutput, most, drain: false);
        Give(process, file);
        string read = text.GetAwaiter().GetResult();
        bool tooLong = read.Length >= most;
        if (tooLong) { Kill(process); }
        process.WaitForExit();
        string said = errors.GetAwaiter().GetResult();
        cancellationToken.ThrowIfCancellationRequested();
        return late.IsCancellationRequested ? throw new ReadException(ReadFault.TooSlow)
            : tooLong ? throw new ReadException(ReadFault.TooLong)
            : process.ExitCode switch
            {
                0 => read,
                Forbidden => throw new ReadException(ReadFault.CopyForbidden),
                WrongPassword when said.Contains("password", StringComparison.OrdinalIgnoreCase) => throw new ReadException(ReadFault.Password),
                _ => throw new ReadException(ReadFault.Damaged),
            };
    }

    private static ProcessStartInfo Command(string program, ReadLimits limits)
    {
        string? limiter = OperatingSystem.IsLinux() ? Find(Limiter, null) : null;
        ProcessStartInfo start = new(limiter ?? program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        string[] guard = limiter is null ? [] : [$"--as={limits.ProgramMemory}", $"--cpu={Math.Ceiling(limits.Time.TotalSeconds)}", "--fsize=0", "--core=0", "--", program];
        foreach (string argument in (string[])[.. guard, "-layout", "-nodiag", "-enc", "UTF-8", "-eol", "unix", "-", "-"]) { start.ArgumentList.Add(argument); }
        // secrets of the service stand in its environment
        start.Environment.Clear();
        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    /// <param name="drain">Whether the rest is read too: a program whose messages nobody takes waits for ever.</param>
    private static async Task<string> Take(StreamReader from, int most, bool drain)
    {
        StringBuilder taken = new();
        char[] buffer = new char[8_192];
        for (int read; (drain || taken.Length < most) && (read = await from.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
        {
            if (taken.Length < most) { taken.Append(buffer, 0, read); }
        }
        return taken.ToString();
    }

    private static void Give(Process process, byte[] file)
    {
        try
        {
            process.StandardInput.BaseStream.Write(file);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it ended before it had read all; its exit code says why
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // it has ended
        }
    }

    private static string? Find(string program, string? folders) => (folders ?? Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)).FirstOrDefault(File.Exists);
}
