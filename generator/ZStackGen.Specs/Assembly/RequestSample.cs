using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Samples;

namespace ZStackGen.Specs.Assembly;

/// <summary>The members of a request's example: those inside the wrapper and those beside it.</summary>
internal sealed class RequestSample
{
    private readonly Dictionary<string, (JsonSampleNode Value, bool InWrapper)> _members = [];
    private readonly List<string> _names = [];

    /// <summary>Reads the example; <see langword="null"/> where the page has none.</summary>
    public RequestSample(JsonSample? sample, string? wrapper)
    {
        if (sample is null)
            return;
        foreach (KeyValuePair<string, JsonSampleNode> member in sample.Root.Members)
        {
            if (member.Key == wrapper && member.Value.Kind == JsonSampleKind.Object)
            {
                foreach (KeyValuePair<string, JsonSampleNode> inner in member.Value.Members)
                    Add(inner.Key, inner.Value, true);
            }
            else
            {
                Add(member.Key, member.Value, false);
            }
        }
    }

    /// <summary>The names of the members inside the wrapper, or of those beside it, in the example's order.</summary>
    public IEnumerable<string> MembersIn(bool wrapper)
    {
        foreach (string name in _names)
        {
            if (_members[name].InWrapper == wrapper)
                yield return name;
        }
    }

    /// <summary>Whether a member stands in the wrapper; <see langword="null"/> where the example has no such member.</summary>
    public bool? IsInWrapper(string name) => _members.TryGetValue(name, out (JsonSampleNode, bool InWrapper) member) ? member.InWrapper : null;

    /// <summary>The texts, numbers and truth values that the example sends for a parameter, a list's items one by one.</summary>
    public IEnumerable<string> Values(string name)
    {
        if (!_members.TryGetValue(name, out (JsonSampleNode Value, bool) member))
            yield break;
        if (IsText(member.Value))
            yield return member.Value.Text;
        foreach (JsonSampleNode item in member.Value.Items)
        {
            if (IsText(item))
                yield return item.Text;
        }
    }

    /// <summary>A text that a request may really send: <c>&lt;deleteMode&gt;</c> and <c>deleteMode-example</c> only hold its place.</summary>
    private static bool IsText(JsonSampleNode node) =>
        node.Kind is JsonSampleKind.String && node.Text is { Length: > 0 } text && text[0] is not ('<' or '{' or '$') && text != "string" && !text.EndsWith("example", System.StringComparison.OrdinalIgnoreCase);

    private void Add(string name, JsonSampleNode value, bool inWrapper)
    {
        if (_members.ContainsKey(name))
            return;
        _members.Add(name, (value, inWrapper));
        _names.Add(name);
    }
}
