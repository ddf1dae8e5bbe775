using System;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>The HTML cannot be parsed in reasonable time; the message says why.</summary>
internal sealed class HtmlTooComplexException(string message) : Exception(message);
