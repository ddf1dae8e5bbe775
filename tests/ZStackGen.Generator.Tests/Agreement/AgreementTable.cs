using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ZStackGen.Generator.Tests.Agreement;

/// <summary>Compares generated actions with the SDK: agreements, differences that the documentation causes, and errors.</summary>
internal sealed class AgreementTable
{
    private const string Required = "required parameters";

    private static readonly string[] s_aspects = ["method", "path", "other paths", "wrapper", "session", "parameter names", Required];

    private readonly Dictionary<string, int> _agree = s_aspects.ToDictionary(aspect => aspect, _ => 0);
    private readonly List<(string Aspect, string Api, string Reason)> _documented = [];
    private readonly List<(string Aspect, string Api, string Reason)> _wrong = [];
    private readonly ApiFacts _facts;

    /// <summary>Creates the table.</summary>
    /// <param name="actions">The generated actions.</param>
    /// <param name="pages">The APIs with a page.</param>
    /// <param name="facts">The facts of the SDK and the documentation.</param>
    public AgreementTable(IReadOnlyDictionary<string, ObservedAction> actions, IEnumerable<string> pages, ApiFacts facts)
    {
        _facts = facts;
        foreach (string name in pages.Order(StringComparer.Ordinal))
        {
            if (actions.TryGetValue(name, out ObservedAction? action))
                Compare(action);
            else
                _wrong.Add(("method", name, "no action was generated"));
        }
    }

    /// <summary>Gets the errors, one line for each API and aspect.</summary>
    public IReadOnlyList<string> Wrong => Lines(_wrong);

    /// <summary>Gets the differences between the documentation and the SDK, one line for each API and aspect.</summary>
    public IReadOnlyList<string> DocumentationDiffers => Lines(_documented);

    public string Print(string title)
    {
        var text = new StringBuilder();
        Row(title, "agree", "documentation differs", "WRONG");
        foreach (string aspect in s_aspects)
            Row(aspect, Text(_agree[aspect]), Text(_documented.Count(row => row.Aspect == aspect)), Text(_wrong.Count(row => row.Aspect == aspect)));
        foreach (string line in DocumentationDiffers)
            text.Append("documentation differs: ").AppendLine(line);
        foreach (string line in Wrong)
            text.Append("WRONG: ").AppendLine(line);
        return text.ToString();

        void Row(string first, string second, string third, string fourth) =>
            text.Append(first.PadRight(28)).Append(second.PadLeft(8)).Append(third.PadLeft(24)).AppendLine(fourth.PadLeft(8));
    }

    private void Compare(ObservedAction action)
    {
        ApiSide documentation = _facts.Documentation(action.Name);
        ApiSide? sdk = _facts.Sdk(action.Name);
        Value("method", action.Name, action.Method, sdk?.Method, documentation.Method);
        Value("path", action.Name, action.Path, sdk?.Path, documentation.Path);
        // Only the documentation contains these.
        string others = string.Join(" ", documentation.AlternatePaths!);
        Value("other paths", action.Name, string.Join(" ", action.AlternatePaths), others, others);
        Value("wrapper", action.Name, action.Wrapper, sdk?.Wrapper, documentation.Wrapper);
        Value("session", action.Name, action.RequiresSession ? "yes" : "no", sdk is null ? null : sdk.RequiresSession ? "yes" : "no", documentation.RequiresSession ? "yes" : "no");
        Set("parameter names", action, action.Parameters, sdk?.Parameters, documentation.Parameters);
        Set(Required, action, action.Required, sdk?.Required, documentation.Required);
    }

    private void Value(string aspect, string api, string generated, string? sdk, string? documentation)
    {
        string reason = $"generated '{generated}', SDK {Quoted(sdk)}, documentation {Quoted(documentation)}";
        if (generated == sdk)
            _agree[aspect]++;
        else if (generated == documentation)
            _documented.Add((aspect, api, reason));
        else
            _wrong.Add((aspect, api, reason));
    }

    private void Set(string aspect, ObservedAction action, IReadOnlySet<string> generated, IReadOnlySet<string>? sdk, IReadOnlySet<string> documentation)
    {
        if (sdk is not null && generated.SetEquals(sdk))
        {
            _agree[aspect]++;
            return;
        }

        bool isExcused = true;
        var reasons = new List<string>();
        foreach (string name in generated.Union(sdk ?? documentation).Union(documentation).Order(StringComparer.Ordinal))
        {
            bool isHere = generated.Contains(name);
            bool isDocumented = documentation.Contains(name);
            if (sdk is null ? isHere == isDocumented : isHere == sdk.Contains(name))
                continue;
            // Both sides mark it optional and put it in the path. Without it there is no URL.
            bool isInPath = aspect == Required && isHere && action.Path.Contains("{" + name + "}", StringComparison.Ordinal);
            isExcused &= isHere == isDocumented || isInPath;
            reasons.Add($"{name}: {Has(isHere, "generated")}, {(sdk is null ? "no SDK action" : Has(sdk.Contains(name), "in the SDK"))}, {Has(isDocumented, "documented")}{(isInPath ? ", but a part of the path" : "")}");
        }

        (isExcused ? _documented : _wrong).Add((aspect, action.Name, reasons.Count == 0 ? "no SDK action, as documented" : string.Join("; ", reasons)));

        static string Has(bool isSo, string what) => isSo ? what : "not " + what;
    }

    private static string Quoted(string? value) => value is null ? "says nothing" : "'" + value + "'";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<string> Lines(List<(string Aspect, string Api, string Reason)> rows) => [.. rows.Select(row => $"{row.Api}, {row.Aspect}: {row.Reason}")];
}
