using System;

namespace ZStackGen.Tool.Importing.Sources;

/// <summary>One page cannot be downloaded; the message names the address and says why.</summary>
internal sealed class PageNotDownloadedException(string message) : Exception(message);
