using System.CommandLine;
using ZStackGen.Tool.Calling;

namespace ZStackGen.Tool.Commands;

/// <summary>The options of the commands that call a cloud.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string?> _endpoint = new("--endpoint") { Description = "The address of the cloud, such as http://mn.example:8080. The default is ZSTACK_ENDPOINT, or else that of the profile.", HelpName = "URL" };
    private readonly Option<string?> _profile = new("--profile") { Description = "The profile with the address and the credential. The default is ZSTACK_PROFILE, or else the default of the file of profiles.", HelpName = "NAME" };
    private readonly Option<string?> _account = new("--account") { Description = "The account to log in with. Its password comes from ZSTACK_PASSWORD, the profile or a prompt.", HelpName = "NAME" };
    private readonly Option<string> _format = new("--format", "-f") { Description = "The form of the result.", DefaultValueFactory = static _ => "table", HelpName = "table|json|yaml" };
    private readonly Option<string?> _columns = new("--columns") { Description = "The columns of a table, separated by commas, such as name,uuid,state.", HelpName = "NAMES" };

    /// <summary>Initializes a new instance of the <see cref="ConnectionOptions"/> class and adds its options to a command.</summary>
    /// <param name="command">The command.</param>
    public ConnectionOptions(Command command)
    {
        _format.AcceptOnlyFromAmong("table", "json", "yaml");
        command.Options.Add(_endpoint);
        command.Options.Add(_profile);
        command.Options.Add(_account);
        command.Options.Add(_format);
        command.Options.Add(_columns);
    }

    /// <summary>Returns the cloud to call.</summary>
    /// <param name="parsed">The command line.</param>
    public Connection Connection(ParseResult parsed) => new(parsed.GetValue(_endpoint), parsed.GetValue(_profile), parsed.GetValue(_account));

    /// <summary>Returns the form of the result.</summary>
    /// <param name="parsed">The command line.</param>
    public ResultFormat Format(ParseResult parsed) => parsed.GetRequiredValue(_format) switch { "json" => ResultFormat.Json, "yaml" => ResultFormat.Yaml, _ => ResultFormat.Table };

    /// <summary>Returns the columns of a table.</summary>
    /// <param name="parsed">The command line.</param>
    public string[] Columns(ParseResult parsed) => parsed.GetValue(_columns)?.Split(',', System.StringSplitOptions.RemoveEmptyEntries | System.StringSplitOptions.TrimEntries) ?? [];
}
