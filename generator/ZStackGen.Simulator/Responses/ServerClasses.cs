using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ZStack.Simulation.Responses;

/// <summary>The names of the server's classes: from the anchors of the pages; otherwise, from a list of the known classes.</summary>
internal sealed class ServerClasses
{
    private const string Root = "org.zstack.";
    private const int MaxLength = 300;
    private static readonly Lazy<Dictionary<string, string>> s_known = new(ReadKnown);
    private readonly Dictionary<string, string> _anchored = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads the class names in the text of a page, such as the anchor <c>org.zstack.header.vm.VmInstanceInventory.vmNics</c>. The first word that
    /// starts with an upper-case letter is the class.
    /// </summary>
    public void ReadAnchors(string text)
    {
        for (int at = text.IndexOf(Root, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Root, at + Root.Length, StringComparison.Ordinal))
        {
            if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '.'))
                continue;
            int end = at + Root.Length, word = end;
            while (end < text.Length && end - at < MaxLength && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' or '$'))
            {
                if (text[end] == '.')
                {
                    if (char.IsAsciiLetterUpper(text[word]))
                        break;
                    word = end + 1;
                }

                end++;
            }

            if (word < end && char.IsAsciiLetterUpper(text[word]))
                _anchored.TryAdd(text[word..end].Split('$')[^1], text[at..end]);
        }
    }

    /// <summary>Returns the full name of the server's class of a structure. An unknown class gets the package of most classes.</summary>
    public string NameOf(string structure) =>
        _anchored.GetValueOrDefault(structure) ?? s_known.Value.GetValueOrDefault(structure) ?? $"org.zstack.header.{structure}";

    // A line has a package and its classes. A class with another name than its structure follows the structure: Quota=Quota$QuotaUsage.
    private static Dictionary<string, string> ReadKnown()
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        using Stream stream = typeof(ServerClasses).Assembly.GetManifestResourceStream("ServerClasses.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            foreach (string word in words.Skip(1))
            {
                int equals = word.IndexOf('=', StringComparison.Ordinal);
                known[equals < 0 ? word : word[..equals]] = $"{words[0]}.{word[(equals + 1)..]}";
            }
        }

        return known;
    }
}
