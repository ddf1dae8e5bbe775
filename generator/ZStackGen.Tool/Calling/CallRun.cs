using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;
using ZStack;
using ZStackGen.Explorer.Apis;

namespace ZStackGen.Tool.Calling;

/// <summary>Calls an API, waits for its job, and fetches all result pages of a query.</summary>
/// <param name="client">The client.</param>
/// <param name="terminal">The terminal that shows the progress.</param>
internal sealed class CallRun(IZStackClient client, Terminal terminal)
{
    /// <summary>Calls an API.</summary>
    /// <param name="api">The API.</param>
    /// <param name="arguments">The arguments by parameter name.</param>
    /// <param name="key">Returns the key fields of the resources of a query.</param>
    /// <param name="waits">Whether to wait for the job.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result; for a job that is not awaited, its id as <c>jobId</c>.</returns>
    public async Task<JsonObject> CallAsync(ApiEntry api, JsonObject arguments, Func<string?> key, bool waits, CancellationToken cancellationToken)
    {
        if (api.Action.IsQuery && !arguments.ContainsKey("limit") && !arguments.ContainsKey("count"))
            return await new ResultPages(api, arguments, SendAsync).FetchAsync(key, cancellationToken).ConfigureAwait(false);
        if (!api.IsAsync)
            return await SendAsync(arguments).ConfigureAwait(false);
        ZStackJob<ZStackRawResult> job = await client.StartAsync(new PageAction(api, arguments), null, cancellationToken).ConfigureAwait(false);
        return waits ? await WaitAsync(job, cancellationToken).ConfigureAwait(false) : new JsonObject { ["jobId"] = job.Id };

        async Task<JsonObject> SendAsync(JsonObject sent) =>
            ToJson(await client.CallAsync(new PageAction(api, sent), null, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Waits for a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">A token to cancel the operation. The job continues.</param>
    /// <returns>The result.</returns>
    public async Task<JsonObject> WaitAsync(ZStackJob<ZStackRawResult> job, CancellationToken cancellationToken)
    {
        try
        {
            return ToJson(await ShowAsync(job, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync($"zstackgen: note: the job continues on the server; wait for it with 'zstackgen job {job.Id}'").ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ZStackRawResult> ShowAsync(ZStackJob<ZStackRawResult> job, CancellationToken cancellationToken)
    {
        if (!terminal.IsErrorTerminal)
            return await job.WaitAsync(cancellationToken).ConfigureAwait(false);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            ColorSystem = terminal.NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
            Out = new AnsiConsoleOutput(terminal.ErrorStream),
        });
        return await console.Status().StartAsync(Title(job.ApiName, null), status => job.WaitAsync(new StatusLine(status, job.ApiName), cancellationToken)).ConfigureAwait(false);
    }

    private static string Title(string? api, ZStackJobState? state)
    {
        IEnumerable<string> parts = [api ?? "Job", .. state is null ? [] : new[] { $"{state.Elapsed.TotalSeconds:0} s", state.Percent is { } percent ? $"{percent} %" : "", state.Tasks.Count > 0 ? state.Tasks[^1].TaskName ?? "" : "" }];
        return Markup.Escape(OutputConsole.Visible(string.Join("  ", parts.Where(static part => part.Length > 0))));
    }

    private static JsonObject ToJson(ZStackRawResult result)
    {
        var members = new JsonObject();
        foreach ((string name, JsonElement value) in result.UnknownMembers)
        {
            string json = value.GetRawText();
            if (!JsonUnicode.IsValid(Encoding.UTF8.GetBytes(json)))
                throw new ZStackProtocolException($"the response cannot be read: $.{name} contains a text that is not valid Unicode");
            members[name] = JsonNode.Parse(json);
        }

        return members;
    }

    private sealed class StatusLine(StatusContext status, string? api) : IProgress<ZStackJobState>
    {
        public void Report(ZStackJobState value) => status.Status(Title(api, value));
    }
}
