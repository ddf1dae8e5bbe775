using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using Spectre.Console;

namespace ZStackGen.Tool;

/// <summary>
/// Shows how far long work is: a bar on the error stream while a person looks at it, gone when the work is done. Nothing where the
/// stream is piped, nor for work that is over before it could be read.
/// </summary>
internal static class WorkProgress
{
    /// <summary>Fewer items are done in the blink of an eye.</summary>
    private const int LeastItems = 50;

    /// <summary>Does <paramref name="work"/>, which calls its argument once for each item; calls may come from many threads.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="title">What is being done.</param>
    /// <param name="items">How many items there are.</param>
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

    /// <summary>Does <paramref name="work"/> whose size shows on the way: it calls its argument with how many items are done and known.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="title">What is being done.</param>
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
        public TextWriter Writer => terminal.Error;

        public bool IsTerminal => true;

        public int Width => terminal.Width;

        public int Height => 25;

        public void SetEncoding(Encoding encoding)
        {
        }
    }
}
