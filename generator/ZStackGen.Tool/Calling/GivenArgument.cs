using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace ZStackGen.Tool.Calling;

/// <summary>An argument of the command line.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Value">The value as text.</param>
internal readonly record struct GivenArgument(string Name, string Value)
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Gets a value indicating whether the value is the standard input.</summary>
    public bool IsStandardInput => Value == "@-";

    /// <summary>Splits the words after the API's name: <c>--name value</c>, <c>--name=value</c> or <c>name=value</c>.</summary>
    /// <param name="words">The words.</param>
    /// <param name="isFlag">Determines whether a parameter is a Boolean, which needs no value.</param>
    /// <param name="isKnown">Determines whether the API has a parameter. An unknown parameter can lack a value.</param>
    /// <exception cref="ToolException">A word is not an argument.</exception>
    public static IReadOnlyList<GivenArgument> Split(IReadOnlyList<string> words, Func<string, bool> isFlag, Func<string, bool> isKnown)
    {
        var arguments = new List<GivenArgument>();
        for (int i = 0; i < words.Count; i++)
        {
            bool isOption = IsOption(words[i]);
            string word = isOption ? words[i][2..] : words[i];
            int equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                arguments.Add(new GivenArgument(word[..equals], word[(equals + 1)..]));
            else if (!isOption || word.Length == 0)
                throw new ToolException($"'{words[i]}' is not an argument; use the form --name value or name=value");
            else if (isFlag(word) && (i + 1 == words.Count || IsOption(words[i + 1]) || words[i + 1].Contains('=', StringComparison.Ordinal)))
                arguments.Add(new GivenArgument(word, "true"));
            else if (i + 1 < words.Count && !IsOption(words[i + 1]))
                arguments.Add(new GivenArgument(word, words[++i]));
            else if (!isKnown(word))
                arguments.Add(new GivenArgument(word, ""));
            // An empty variable of a script leaves out the value, so the next option must not become the value.
            else
                throw new ToolException($"--{word} has no value" + (i + 1 < words.Count ? $"; if '{words[i + 1]}' is the value, use the form --{word}=VALUE" : ""));
        }

        return arguments;
    }

    private static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Returns the value; that of <c>@FILE</c> is the content of the file, that of <c>@-</c> the standard input, and <c>@@</c> stands for <c>@</c>.</summary>
    /// <param name="terminal">The terminal that provides the working directory and the standard input.</param>
    /// <exception cref="ToolException">The file cannot be read, or the value is not valid Unicode.</exception>
    public string Read(Terminal terminal)
    {
        // The runtime replaces bytes of a command line that are not UTF-8, as those of a terminal with another encoding.
        if (Value.Contains('\uFFFD', StringComparison.Ordinal))
            throw new ToolException($"--{Name} contains U+FFFD, which stands for bytes that are not UTF-8; use a terminal with UTF-8, or a file: --{Name} @FILE");
        if (!Value.StartsWith('@'))
            return Value;
        string source = Value[1..];
        if (source.StartsWith('@'))
            return source;
        try
        {
            string text = source == "-" ? terminal.Input.ReadToEnd() : File.ReadAllText(terminal.FullPath(source), s_strict);
            // Editors and echo end a text with a line break that is not part of the value.
            return text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
        }
        catch (DecoderFallbackException)
        {
            throw new ToolException($"--{Name}: {(IsStandardInput ? "the standard input" : $"'{source}'")} is not UTF-8 text");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ToolException($"--{Name}: '{source}' cannot be read: {e.Message}");
        }
    }
}
