using System;

namespace ZStackGen.Tool;

/// <summary>The command cannot do what it was asked for; the message says why, without a stack trace.</summary>
internal sealed class ToolException(string message) : Exception(message);
