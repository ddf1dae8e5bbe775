using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Samples;

namespace ZStackGen.Specs.Assembly;

/// <summary>The members of a request example, inside and outside the wrapper.</summary>
internal sealed class RequestSample
{
    private readonly Dictionary<string, (JsonSampleNode Value, bool InWrapper)> _members = [];
    private readonly List<string> _names = [];

    /// <summary>Initializes a new instance from an example; <see langword="null"/> if the page has none.</summary>
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

    /// <summary>Returns the names of the members inside or outside the wrapper, in the order of the example.</summary>
    public IEnumerable<string> MembersIn(bool wrapper)
    {
        foreach (string name in _names)
        {
            if (_members[name].InWrapper == wrapper)
                yield return name;
        }
    }

    /// <summary>Determines whether a member is inside the wrapper; <see langword="null"/> if the example has no such member.</summary>
    public bool? IsInWrapper(string name) => _members.TryGetValue(name, out (JsonSampleNode, bool InWrapper) member) ? member.InWrapper : null;

    /// <summary>Returns the strings that the example sends for a parameter. The items of a list are returned individually.</summary>
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

    /// <summary>
    /// Determines whether a request can really send a text. Texts such as <c>&lt;deleteMode&gt;</c> and <c>deleteMode-example</c> are placeholders.
    /// </summary>
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
