using System.ComponentModel.DataAnnotations;
using System.Data.Common;
using System.Net.Sockets;
using Bot.Hosting.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>Turns what stops a start into lines that say what is wrong and what to do.</summary>
public static class Failures
{
    private const int BadConfiguration = 2;
    private const int MissingDependency = 3;

    /// <summary>Runs the work; 0, or the exit code of a failure whose lines went to standard error.</summary>
    public static async Task<int> ExplainAsync(Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (Exception e) when (Explain(e) is { } failure)
        {
            foreach (string line in failure.Lines)
            {
                await System.Console.Error.WriteLineAsync(line);
            }
            return failure.ExitCode;
        }
    }

    /// <summary>Null for a bug, which keeps its stack trace.</summary>
    private static (IReadOnlyList<string> Lines, int ExitCode)? Explain(Exception e) => e switch
    {
        SettingsException settings => (settings.Lines, BadConfiguration),
        OptionsValidationException options => ([.. options.Failures.Select(failure => $"配置有误：{failure}")], BadConfiguration),
        InvalidDataException { InnerException: { } inner } => ([$"配置有误：{e.Message} {Innermost(inner).Message}".ReplaceLineEndings(" ")], BadConfiguration),
        IOException when Innermost(e) is SocketException socket => ([Explain(socket, e)], BadConfiguration),
        ValidationException => ([e.Message], BadConfiguration),
        // another process holds the data folder
        InvalidOperationException { InnerException: IOException } => ([e.Message], BadConfiguration),
        DbException => ([$"数据库打不开：{e.Message}。请检查数据目录（Storage:Path）是否完好、磁盘是否已满、是否被别的程序占用。"], MissingDependency),
        _ => null,
    };

    private static string Explain(SocketException socket, Exception e) => socket.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"端口已被占用（Urls）：{e.Message} 请先停掉占用它的程序，或换一个端口：--urls http://127.0.0.1:5081",
        _ => $"监听不了这个地址（Urls）：{e.Message} {socket.Message}。请换一个本机有的地址和端口，如 --urls {Addresses.Default}",
    };

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
