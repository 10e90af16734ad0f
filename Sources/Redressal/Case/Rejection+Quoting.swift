extension Rejection {
    /// The same for the person who sent the request, with the text that was found.
    ///
    /// The log keeps the reason without it: in a field of the wrong type somebody may have typed a name.
    package func quoting(_ request: CommandRequest) -> Rejection {
        guard self.code == .wrongType, let name = self.field, let text = request.fields[name]?.text,
            let end = self.message.ranges(of: " but found ").last
        else { return self }
        return Rejection(
            self.code, "\(self.message[..<end.lowerBound]) but found \(text.quoted)", field: self.field)
    }
}
