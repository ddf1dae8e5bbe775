using System;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>The HTML cannot be parsed in reasonable time. The message states the reason.</summary>
internal sealed class HtmlTooComplexException(string message) : Exception(message);
