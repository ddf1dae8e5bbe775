using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using Spectre.Console;

namespace ZStackGen.Tool;

/// <summary>
/// Shows the progress of long work as a bar on the error stream, and removes it at the end. Shows nothing if the
/// stream is piped or the work is short.
/// </summary>
internal static class WorkProgress
{
    /// <summary>Fewer items take no noticeable time.</summary>
    private const int LeastItems = 50;

    /// <summary>Runs <paramref name="work"/>, which calls its argument once for each item, possibly from many threads.</summary>
    /// <param name="terminal">The terminal to show the progress on.</param>
    /// <param name="title">The title of the work.</param>
    /// <param name="items">The number of items.</param>
    /// <param name="work">The work.</param>
    public static T Run<T>(Terminal terminal, string title, int items, Func<Action, T> work)
    {
        if (!terminal.IsErrorTerminal || items < LeastItems)
            return work(static () => { });
        return Bar(terminal).Start(context =>
        {
            ProgressTask task = context.AddTask(title, maxValue: items);
            return work(() => task.Increment(1));
        });
    }

    /// <summary>Runs <paramref name="work"/> of unknown size. It calls its argument with the numbers of finished and of known items.</summary>
    /// <param name="terminal">The terminal to show the progress on.</param>
    /// <param name="title">The title of the work.</param>
    /// <param name="work">The work.</param>
    public static Task<T> RunAsync<T>(Terminal terminal, string title, Func<Action<int, int>, Task<T>> work)
    {
        if (!terminal.IsErrorTerminal)
            return work(static (_, _) => { });
        return Bar(terminal).StartAsync(context =>
        {
            ProgressTask task = context.AddTask(title, maxValue: 1);
            return work((done, known) =>
            {
                task.MaxValue = known;
                task.Value = done;
            });
        });
    }

    private static Progress Bar(Terminal terminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Interactive = InteractionSupport.Yes,
            Out = new ErrorOutput(terminal),
        });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
    }

    private sealed class ErrorOutput(Terminal terminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => terminal.ErrorStream;

        public bool IsTerminal => true;

        public int Width => terminal.Width;

        public int Height => 25;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
