using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ZStack.Simulation;
using ZStackGen.Explorer.Apis;
using ZStackGen.Explorer.Site;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.OpenApi;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Commands;

/// <summary><c>zstackgen serve</c>: runs a simulated ZStack and a web page of its APIs.</summary>
internal static class ServeCommand
{
    /// <summary>The examples at the end of the command's help.</summary>
    public const string Examples = """
        Examples:
          zstackgen serve specs
          zstackgen serve specs --port 9000
          zstackgen serve specs --host 0.0.0.0        accept connections from the network
          zstackgen serve specs --database zstack.db  keep resources, sessions and finished jobs
          zstackgen serve specs --zstack-version 4.7.0
          zstackgen serve specs --account guest:secret --access-key id:secret --time-zone Asia/Shanghai
          zstackgen serve specs --job-delay 5 --fault "StopVmInstance*2=SYS.1006:the host is away" --fault any=slow:2
        """;

    private const string ContextPath = "/zstack";

    /// <summary>Creates the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = PathArgument.Create();
        var port = new Option<int>("--port", "-p") { Description = "The port to listen on; 0 for a free one.", DefaultValueFactory = static _ => 8080, HelpName = "PORT" };
        port.Validators.Add(static result =>
        {
            if (int.TryParse(result.Tokens.SingleOrDefault()?.Value ?? "0", out int value) && value is < 0 or > 65535)
                result.AddError($"--port {value} is out of range; use a value between 0 and 65535.");
        });
        var host = new Option<string>("--host") { Description = "The IP address to listen on. 127.0.0.1 accepts connections only from this machine.", DefaultValueFactory = static _ => "127.0.0.1", HelpName = "ADDRESS" };
        var database = new Option<string?>("--database") { Description = "The SQLite file that keeps resources, sessions and finished jobs. Without this option they are lost when the command ends.", HelpName = "FILE" };
        var command = new Command("serve", "Run a ZStack simulated from pages, with a web page to read and call its APIs.") { paths, port, host, database };
        var behavior = new ServeOptions();
        foreach (Option option in behavior.All)
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = new ZStackSimulatorOptions { Port = parsed.GetValue(port), ListenAddress = parsed.GetRequiredValue(host), ContextPath = ContextPath };
            behavior.Apply(parsed, options);
            return RunAsync(parsed.GetRequiredValue(paths), options, parsed.GetValue(database), simulator => behavior.Apply(parsed, simulator), terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        string[] paths, ZStackSimulatorOptions options, string? database, Action<ZStackSimulator> prepare, Terminal terminal, CancellationToken cancellationToken)
    {
        // A signal that arrives before the command line has a task to wait for would end the process in the middle of its work.
        await Task.Yield();
        if (options.ListenAddress == "localhost")
            options.ListenAddress = "127.0.0.1";
        if (!IPAddress.TryParse(options.ListenAddress, out IPAddress? address))
            throw new ToolException($"--host '{options.ListenAddress}' is not an IP address; use one such as 127.0.0.1 or 0.0.0.0");
        ReadPage[] read = PageReader.Read(PageFinder.FindSome(paths, terminal), terminal, cancellationToken);
        OpenApiCommand.ReportErrors(read, terminal);
        // The simulator does not serve a page with errors, so the explorer does not show it.
        ReadPage[] pages = Array.FindAll(read, static page => !page.Findings.Any(static finding => finding.Severity == FindingSeverity.Error));
        // Created in parallel with the simulator.
        Task<ApiLibrary> library = Task.Run(() => ApiLibrary.Make(pages.Select(static page => page.ShownPage), paths, cancellationToken), cancellationToken);
        // StartAsync reports a failed start in one sentence.
        using ILoggerFactory logging = LoggerFactory.Create(static logging => logging
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
            .AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        try
        {
            ZStackSimulator simulator = await StartAsync(pages, library, options, Storage(database, terminal), logging, cancellationToken).ConfigureAwait(false);
            await using (simulator.ConfigureAwait(false))
            {
                prepare(simulator);
                if (!IPAddress.IsLoopback(address))
                    await terminal.Error.WriteLineAsync($"warning: every machine that reaches {address} can call this simulator; its only protection is the passwords of its accounts").ConfigureAwait(false);
                Announce(simulator, (await library.ConfigureAwait(false)).Apis.Count, options, terminal.Output);
                await simulator.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl+C is the regular end of this command.
        }

        return ExitCode.Success;
    }

    // Written in one piece and before anything waits: a script may stop the command as soon as it has read the last line.
    private static void Announce(ZStackSimulator simulator, int count, ZStackSimulatorOptions options, TextWriter output)
    {
        string url = Shown(simulator.BaseAddress);
        output.Write($"""
            {count} APIs at {url}
              the explorer   {url}
              Scalar         {url}scalar
              OpenAPI        {url}openapi/zstack.json
              the simulator  {url}zstack/v1 ({Credentials(options)})
            Press Ctrl+C to stop.

            """.ReplaceLineEndings("\n"));
        output.Flush();
    }

    // Only the well-known password is printed.
    private static string Credentials(ZStackSimulatorOptions options) => options.Accounts.Contains(SimulatedAccount.Admin)
        ? "account admin, password \"password\""
        : "account " + string.Join(", ", options.Accounts.Select(static account => account.Name));

    private static SqliteSimulatorStorage? Storage(string? database, Terminal terminal)
    {
        if (database is null)
            return null;
        try
        {
            return new SqliteSimulatorStorage(terminal.FullPath(database));
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            throw new ToolException($"--database: {ToolException.TextOf(e)}");
        }
    }

    private static async Task<ZStackSimulator> StartAsync(
        ReadPage[] pages, Task<ApiLibrary> library, ZStackSimulatorOptions options, ISimulatorStorage? storage, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        options.LoggerFactory = logging;
        options.Specs = SpecSource.Texts([.. pages.Select(static page => new SpecText(page.File.ShownPath, page.Text) { Page = page.Page with { Path = page.File.ShownPath } })]);
        options.Storage = storage;
        options.ConfigureServices = static services => services.AddRouting();
        options.Configure = app => new ExplorerSite(library.GetAwaiter().GetResult(), () => OpenApiBuilder.WriteJsonAsync(library.Result, ContextPath), options.Version).Map(app);
        try
        {
            return await ZStackSimulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new ToolException($"port {options.Port} of {options.ListenAddress} is in use; specify another one with --port, or --port 0 for a free port");
        }
        catch (Exception e) when (e is InvalidOperationException or IOException && storage is not null && e.Message.Contains(storage.Name, StringComparison.Ordinal))
        {
            throw new ToolException($"--database: {ToolException.TextOf(e)}");
        }
        catch (SocketException e)
        {
            throw new ToolException($"cannot listen on {options.ListenAddress}:{options.Port}: {e.Message}");
        }
    }

    // A browser cannot open an address that means "all".
    private static string Shown(Uri address)
    {
        var url = new UriBuilder(address) { Path = "/" };
        if (url.Host is "0.0.0.0" or "[::]")
            url.Host = "localhost";
        return url.Uri.ToString();
    }
}
